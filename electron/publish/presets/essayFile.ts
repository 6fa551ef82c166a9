import type { Essay } from '#contract/essay.ts';
import type { EssayFacts, PublishedField, Target } from '#contract/publishing.ts';
import { markdownFile } from '#export/markdownFile.ts';
import { imagesCalled, type ListedImage } from '#markdown/images/imageBook.ts';
import { type Entry, printFrontMatter } from '../frontMatter/printFrontMatter.ts';
import { type ImageHref, rewriteImages } from '../images/rewriteImages.ts';
import type { EssayLink, ImageLink } from '../links/findLinks.ts';
import type { LinkBook } from '../links/linkBook.ts';
import type { Href } from '../links/rewriteLinks.ts';
import { rewriteLinks } from '../links/rewriteLinks.ts';
import { isAtHome } from './isAtHome.ts';
import type { Preset } from './preset.ts';
import { usualValue } from './usualValue.ts';

export interface EssayFile {
  readonly content: Uint8Array;
  readonly links: Readonly<Record<string, string>>;
  /** What the writer should know of it, in a sentence each; often empty. */
  readonly notes: readonly string[];
}

/** An essay as a file for a generator: UTF-8 without a mark, `\n` after each line of its front matter; one at home there keeps its own encoding and front matter. */
export function essayFile(
  essay: Essay,
  preset: Preset,
  target: Target,
  book: LinkBook,
  href: Href,
  images: readonly ListedImage[],
): EssayFile {
  const imageHref: ImageHref = ({ name }) => preset.images.href(name, target);
  if (isAtHome(essay, preset)) {
    // What the file itself calls its images holds at home; only what was added since is led there.
    const body = rewriteImages(essay.body, images, null, imageHref, isAsFiled(preset, essay));
    const { source, links } = rewriteLinks(body, book, href, isAsItCame(preset));
    return { ...markdownFile({ ...essay, body: source }, preset.home.draftKey), links };
  }
  const escaped = preset.escape(essay.body);
  const body = rewriteImages(escaped, images, essay.origin, imageHref);
  const { source, links } = rewriteLinks(body, book, href);
  const frontMatter = printFrontMatter(
    entriesOf(withCover(essay, images, imageHref), preset, target),
    target.style ?? preset.styles[0],
  );
  const gap = frontMatter === '' || /^[\r\n]/.test(source) ? '' : '\n';
  return { content: Buffer.from(frontMatter + gap + source, 'utf8'), links, notes: [] };
}

/** An essay whose cover, where it is one of the library's, is where the target has it. */
function withCover(essay: Essay, images: readonly ListedImage[], href: ImageHref): Essay {
  const { coverImage, origin } = essay;
  const image = imagesCalled([coverImage], images, origin?.images).get(coverImage);
  return { ...essay, coverImage: (image && href(image)) || coverImage };
}

/** Whether an image is where the file that came with it says; see isAsItCame for those in double brackets. */
function isAsFiled({ kind }: Preset, { origin }: Essay) {
  return ({ sources, isEmbed }: ImageLink): boolean =>
    (isEmbed && kind === 'markdown') ||
    sources.some((source) => origin?.images?.[source] !== undefined);
}

/**
 * Whether a link that came with an essay leads where it did: its essay stands where it came from. What writers of plain
 * Markdown link by `[[…]]` they mean to.
 */
function isAsItCame(preset: Preset) {
  return (link: EssayLink, to: EssayFacts): boolean => {
    if (link.kind === 'wiki') return preset.kind === 'markdown';
    if (!to.origin || !isAtHome(to, preset)) return false;
    const { slug } = to.origin.baseline;
    return slug === '' ? !to.slugIsSet : to.slug === slug;
  };
}

function entriesOf(essay: Essay, preset: Preset, target: Target): Entry[] {
  const keys = { ...preset.keys, ...target.fields };
  const constants = { ...preset.constants(target), ...target.constants };
  const fields = (Object.entries(keys) as [PublishedField, string][]).flatMap(
    ([field, key]): Entry[] => {
      const own = preset.values[field];
      const value = own ? own(essay, target) : usualValue(field, essay, target);
      return key === '' || isEmpty(value) ? [] : [[key, value!]];
    },
  );
  return [...Object.entries(constants).filter(([, value]) => !isEmpty(value)), ...fields];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
