import type { EssayFields, NewEssay, Status } from '#contract/essay.ts';
import { readFields } from '#markdown/frontMatter/readFields.ts';
import { splitFrontMatter } from '#markdown/frontMatter/splitFrontMatter.ts';
import { decodeText } from './decodeText.ts';
import { firstHeading } from './firstHeading.ts';
import { readFileName } from './readFileName.ts';

interface ReadOptions {
  readonly now?: Date;
  /** See statusesThere. */
  readonly statusThere?: Status | null;
}

/**
 * A Markdown file as a new essay, with what the writer should know of it in `notes`.
 * The title is the front matter's, else the first heading, else the file's name. The body and the front matter are
 * the file's to the character; front matter that cannot be read is kept and noted.
 * `slug` is '' unless the front matter or the file's name sets one. `statusThere` is the status of a file whose front
 * matter does not say it. Throws `unreadable-file`; see decodeText.
 */
export function readMarkdownFile(
  bytes: Uint8Array,
  fileName: string,
  { now = new Date(), statusThere = null }: ReadOptions = {},
): { essay: NewEssay; notes: string[] } {
  const { text, encoding, guessed } = decodeText(bytes, fileName);
  const { frontMatter, body } = splitFrontMatter(text);
  const { fields: said, notes: passedOver, problem } = readFields(frontMatter);
  const named = readFileName(fileName);

  const fields: EssayFields = {
    slug: named.slug,
    excerpt: '',
    tags: [],
    series: '',
    seriesPlace: null,
    status: (frontMatter !== '' && statusThere) || 'draft',
    language: 'en',
    createdAt: named.date || now.toISOString(),
    publishedAt: null,
    canonicalUrl: '',
    coverImage: '',
    coverAlt: '',
    ...said,
    title: said.title || shorten(firstHeading(body)) || named.title,
  };
  const notes = [
    ...(problem ? [problem] : []),
    ...passedOver,
    ...(guessed ? [`Read as ${encoding}: the file does not say its encoding.`] : []),
  ];
  return {
    essay: { ...fields, frontMatter, body, origin: { fileName, encoding, baseline: fields } },
    notes,
  };
}

/** At most 200 characters, cut between words where it can be. */
function shorten(heading: string): string {
  const characters = Array.from(heading);
  if (characters.length <= 200) return heading;
  const start = characters.slice(0, 199).join('');
  return `${start.replace(/\s+\S*$/, '')}…`;
}
