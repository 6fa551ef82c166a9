import type { Essay } from '#contract/essay.ts';
import type { DraftKey } from '#markdown/frontMatter/fieldEdits.ts';
import { writeFrontMatter } from '#markdown/frontMatter/writeFields.ts';
import { encodeText } from './encodeText.ts';

interface MarkdownFile {
  readonly content: Uint8Array;
  /** What the writer should know of it, in a sentence each; often empty. */
  readonly notes: readonly string[];
}

/**
 * An essay as a Markdown file: front matter, then the body untouched. An imported essay keeps the encoding it came in
 * where that can hold the text, else the file is UTF-8; unchanged since its import, it is the same bytes again.
 * `draftKey` is what the file's reader knows a draft by.
 */
export function markdownFile(essay: Essay, draftKey?: DraftKey): MarkdownFile {
  const frontMatter = writeFrontMatter(essay, draftKey);
  const text = frontMatter.text + essay.body;
  const encoding = essay.origin?.encoding ?? 'utf-8';
  const encoded = encodeText(text, encoding);
  const notes = frontMatter.problem === null ? [] : [frontMatter.problem];
  if (encoded) return { content: encoded, notes };
  return {
    content: Buffer.from(text, 'utf8'),
    notes: [
      ...notes,
      `It came as ${encoding}, which cannot hold the text as it is now: it is UTF-8.`,
    ],
  };
}
