import { skipJson } from './jsonMembers.ts';

export type FrontMatterFormat = 'yaml' | 'toml' | 'json';

/** Front matter taken apart; the three texts joined are the front matter to the byte. */
export interface Fenced {
  readonly format: FrontMatterFormat;
  /** The opening fence and its line break; empty for JSON. */
  readonly opening: string;
  /** What stands between the fences, or the JSON object. */
  readonly content: string;
  /** The closing fence and the line break after it; for JSON the line break alone. */
  readonly closing: string;
}

/**
 * The front matter at the very start of a text: YAML between `---` and `---` or `...`, TOML between `+++`, or one JSON
 * object followed by a line break. Null when there is none; a rule `---` over prose is none.
 */
export function readFences(text: string): Fenced | null {
  if (text.startsWith('---')) return between(text, 'yaml', /^---[ \t]*/, yamlEnd);
  if (text.startsWith('+++')) return between(text, 'toml', /^\+\+\+[ \t]*/, tomlEnd);
  return text.startsWith('{') ? jsonObject(text) : null;
}

const yamlEnd = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|(?![\s\S]))/gm;
const tomlEnd = /^\+\+\+[ \t]*(?:\r\n|\n|\r|(?![\s\S]))/gm;

function between(text: string, format: 'yaml' | 'toml', fence: RegExp, end: RegExp): Fenced | null {
  const opening = new RegExp(`${fence.source}(?:\\r\\n|\\n|\\r)`).exec(text)?.[0];
  if (opening === undefined) return null;
  end.lastIndex = opening.length;
  const closing = end.exec(text);
  if (!closing) return null;
  const content = text.slice(opening.length, closing.index);
  if (format === 'yaml' && !looksLikeKeys(content)) return null;
  return { format, opening, content, closing: closing[0] };
}

/** Whether the first line that says something names a key, or nothing is said at all. */
function looksLikeKeys(content: string): boolean {
  const line = content.split(/\r\n|\n|\r/).find((line) => !/^\s*(?:#|$)/.test(line));
  if (line === undefined) return content === '' || content.includes('#');
  return /^\s*(?:\{|\?\s|(?:"[^"]*"\s*|'[^']*'\s*|[^\s\-#[\]{},&*!|>%@`"'][^:#]*):(?:\s|$))/.test(
    line,
  );
}

function jsonObject(text: string): Fenced | null {
  if (!/^\{\s*(?:"|\})/.test(text)) return null;
  const end = skipJson(text, 0);
  const closing = end === -1 ? null : /^[ \t]*(?:\r\n|\n|\r|(?![\s\S]))/.exec(text.slice(end));
  return (
    closing && { format: 'json', opening: '', content: text.slice(0, end), closing: closing[0] }
  );
}
