import type { Path } from './interpret.ts';
import { type TomlStatement, tomlStatements } from './tomlStatements.ts';
import { tomlText } from './tomlText.ts';
import { lineBreakOf, lineStart, nextLine, spliced, type Value } from './values.ts';

/**
 * TOML with one value set, or its key removed where `value` is undefined; every other character stays. Null when the
 * document has no place for it. The caller checks the result by reading it.
 */
export function editToml(content: string, path: Path, value: Value | undefined): string | null {
  const { statements, headers } = tomlStatements(content);
  const found = statements.find((statement) => isAt(statement.path, path));
  if (value !== undefined) {
    if (found) return replaced(content, found, value);
    return path.length === 1 ? added(content, path[0], value) : null;
  }
  if (path.length === 2)
    return found ? withoutLines(content, [found.keyStart], [found.valueEnd]) : null;
  const all = statements.filter((statement) => statement.path[0] === path[0]);
  const tables = headers.filter((header) => header.path[0] === path[0]).map(({ start }) => start);
  return withoutLines(
    content,
    [...all.map(({ keyStart }) => keyStart), ...tables],
    [...all.map(({ valueEnd }) => valueEnd), ...tables],
  );
}

function isAt(path: readonly string[], wanted: Path): boolean {
  return path.length === wanted.length && path.every((name, at) => name === wanted[at]);
}

function replaced(content: string, { valueStart, valueEnd }: TomlStatement, value: Value): string {
  const before = content.slice(valueStart, valueEnd);
  return spliced(content, valueStart, valueEnd, tomlText(value, before));
}

/** After the last statement outside every table: what comes after a header belongs to its table. */
function added(content: string, key: string, value: Value): string {
  const { statements, headers } = tomlStatements(content);
  const firstTable = headers[0]?.start ?? content.length;
  const last = statements.findLast(({ keyStart }) => keyStart < firstTable);
  const at = last ? nextLine(content, last.valueEnd) : headers.length > 0 ? 0 : content.length;
  const end = lineBreakOf(content);
  const gap = at === 0 || /[\r\n]$/.test(content.slice(0, at)) ? '' : end;
  return spliced(content, at, at, `${gap}${key} = ${tomlText(value)}${end}`);
}

/** Without the lines that each [from, to] touches. */
function withoutLines(content: string, from: readonly number[], to: readonly number[]): string {
  return from
    .map((start, at) => [lineStart(content, start), nextLine(content, to[at] ?? start)] as const)
    .sort(([a], [b]) => b - a)
    .reduce((text, [start, end]) => spliced(text, start, end, ''), content);
}
