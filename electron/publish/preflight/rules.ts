import { altText } from './altText.ts';
import { anchors } from './anchors.ts';
import { canonical } from './canonical.ts';
import { diagrams } from './diagrams.ts';
import { dropped } from './dropped.ts';
import { emails } from './emails.ts';
import { essayLinks } from './essayLinks.ts';
import { excerpt } from './excerpt.ts';
import { footnotes } from './footnotes.ts';
import { formulas } from './formulas.ts';
import { leftovers } from './leftovers.ts';
import { missingImages } from './missingImages.ts';
import { names } from './names.ts';
import { privateHosts } from './privateHosts.ts';
import { remoteImages } from './remoteImages.ts';
import { repeatedWords } from './repeatedWords.ts';
import type { Rule } from './review.ts';
import { secrets } from './secrets.ts';
import { tags } from './tags.ts';
import { title } from './title.ts';

/** All that is looked for. */
export const rules: readonly Rule[] = [
  title,
  excerpt,
  canonical,
  tags,
  altText,
  missingImages,
  remoteImages,
  leftovers,
  footnotes,
  formulas,
  diagrams,
  anchors,
  essayLinks,
  dropped,
  repeatedWords,
  secrets,
  privateHosts,
  emails,
  names,
];
