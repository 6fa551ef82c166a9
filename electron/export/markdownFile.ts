import type { Essay } from '#contract/essay.ts';
import { writeFields } from '#markdown/frontMatter/writeFields.ts';
import { encodeText } from './encodeText.ts';

/**
 * An essay as a Markdown file: front matter, then the body untouched. An imported essay keeps the encoding it came in
 * where that can hold the text, else the file is UTF-8; unchanged since its import, it is the same bytes again.
 */
export function markdownFile(essay: Essay): Uint8Array {
  const text = writeFields(essay) + essay.body;
  return encodeText(text, essay.origin?.encoding ?? 'utf-8') ?? Buffer.from(text, 'utf8');
}
