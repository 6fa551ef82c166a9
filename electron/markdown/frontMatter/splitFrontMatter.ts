import { type FrontMatterFormat, readFences } from './fences.ts';

export interface SplitText {
  /** With its fences and the line break after; '' when there is none. */
  readonly frontMatter: string;
  readonly body: string;
  readonly format: FrontMatterFormat | null;
}

/** A file's text as front matter and body; the two joined are the text, always. The text has no byte order mark. */
export function splitFrontMatter(text: string): SplitText {
  const fenced = readFences(text);
  if (!fenced) return { frontMatter: '', body: text, format: null };
  const frontMatter = fenced.opening + fenced.content + fenced.closing;
  return { frontMatter, body: text.slice(frontMatter.length), format: fenced.format };
}
