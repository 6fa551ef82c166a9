import type { Text } from '@codemirror/state';
import { isTooDense } from './inlineDensity.ts';

/** Why a text is shown as plain text, and where in it the reason stands. */
export interface Offence {
  readonly kind: 'size' | 'line' | 'depth' | 'length' | 'density';
  readonly from: number;
  readonly to: number;
  /** A sentence for the writer. */
  readonly reason: string;
}

/** UTF-16 units above which a whole text is plain. */
const largestText = 4_000_000;
/** UTF-16 units above which a line is neither parsed nor wrapped. */
export const longestLine = 50_000;
/** UTF-16 units above which a paragraph or a table is too long to be parsed at every keystroke. */
export const longestBlock = 200_000;
/** A paragraph that may be a link reference is read again from its start with each of its lines. */
export const mostReferenceLines = 2_000;
/** Lines looked at around a change. What lies further is found when the essay is opened. */
const mostLines = 3_000;
const deepestNesting = 100;
const widestIndent = 600;

/** The first reason not to parse this text as Markdown, or null. Linear in the text's length. */
export function judgeText(text: Text): Offence | null {
  return judgeSize(text) ?? judgeLines(text, 1, text.lines);
}

/** The reason a text is too large as a whole, or null. Takes no time. */
export function judgeSize(text: Text): Offence | null {
  if (text.length <= largestText) return null;
  return { kind: 'size', from: 0, to: text.length, reason: `${plain} it is very large.` };
}

/** Judges the blocks that [from, to] touches. Blank lines and the starts of list items and headings part them. */
export function judgeAround(text: Text, from: number, to: number): Offence | null {
  const at = text.lineAt(from).number;
  let first = at;
  for (let length = 0; first > 1 && length < longestBlock && at - first < mostLines; first--) {
    const line = text.line(first);
    length += line.length;
    if (isBlank(text.line(first - 1).text)) break;
    if (startsBlock(line.text) && !isRow(line.text)) break;
  }
  const end = text.lineAt(to).number;
  let last = end;
  for (
    let length = 0;
    last < text.lines && length < longestBlock && last - end < mostLines;
    last++
  ) {
    const next = text.line(last + 1);
    length += next.length;
    if (isBlank(next.text) || (startsBlock(next.text) && !isRow(next.text))) break;
  }
  return judgeLines(text, first, last);
}

/** Judges only what can be seen from single lines: their length and their depth. */
export function judgeLineShapes(text: Text, from: number, to: number): Offence | null {
  const last = text.lineAt(to).number;
  for (let number = text.lineAt(from).number; number <= last; number++) {
    const line = text.line(number);
    const offence = judgeLine(line.text, line.from);
    if (offence) return offence;
  }
  return null;
}

const plain = 'This essay is shown as plain text:';

function judgeLines(text: Text, first: number, last: number): Offence | null {
  const block = new Block();
  const table = new Table();
  let fence: string | null = null;
  let at = text.line(first).from;
  const lines = text.iterLines(first, last + 1);
  for (const line of lines) {
    const offence =
      judgeLine(line, at) ?? (endsBlock(line, fence) ? block.end() : null) ?? table.add(line, at);
    if (offence) return offence;
    const mark = fenceMark(line);
    if (fence) {
      if (mark && closesFence(line, mark, fence)) fence = null;
    } else if (mark) fence = mark;
    else if (!isBlank(line)) block.add(line, at);
    at += line.length + 1;
  }
  return block.end();
}

function endsBlock(line: string, fence: string | null): boolean {
  return fence === null && (isBlank(line) || startsBlock(line) || fenceMark(line) !== null);
}

function judgeLine(line: string, from: number): Offence | null {
  const to = from + line.length;
  if (line.length > longestLine) {
    return { kind: 'line', from, to, reason: `${plain} one of its lines is very long.` };
  }
  if (depth(line) > deepestNesting || indent(line) > widestIndent) {
    return {
      kind: 'depth',
      from,
      to,
      reason: `${plain} its lists or quotes are nested very deep.`,
    };
  }
  return null;
}

/** The lines of one block, gathered until it ends. */
class Block {
  private lines: string[] = [];
  private from = 0;
  private length = 0;

  add(line: string, at: number): void {
    if (this.lines.length === 0) this.from = at;
    this.lines.push(line);
    this.length += line.length + 1;
  }

  end(): Offence | null {
    const { lines, from, length } = this;
    if (lines.length === 0) return null;
    this.lines = [];
    this.length = 0;
    const to = from + length - 1;
    const isReference = lines[0]!.trimStart().startsWith('[');
    if (length > longestBlock || (isReference && lines.length > mostReferenceLines)) {
      return { kind: 'length', from, to, reason: `${plain} one of its paragraphs is very long.` };
    }
    if (isTooDense(lines.join('\n'))) {
      return {
        kind: 'density',
        from,
        to,
        reason: `${plain} one of its paragraphs holds too many unclosed marks.`,
      };
    }
    return null;
  }
}

/** The rows of one table, which is parsed as a whole. */
class Table {
  private from = 0;
  private length = 0;

  add(line: string, at: number): Offence | null {
    if (!isRow(line)) {
      this.length = 0;
      return null;
    }
    if (this.length === 0) this.from = at;
    this.length += line.length + 1;
    if (this.length <= longestBlock) return null;
    const { from } = this;
    return {
      kind: 'length',
      from,
      to: at + line.length,
      reason: `${plain} one of its tables is very long.`,
    };
  }
}

function isRow(line: string): boolean {
  return /^[ \t>]*\|/.test(line);
}

function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

/** List items, headings, table rows and link references are parsed by themselves. */
function startsBlock(line: string): boolean {
  return /^[ \t>]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||\[[^\]]+\]:)/.test(line);
}

function fenceMark(line: string): string | null {
  return /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
}

function closesFence(line: string, mark: string, fence: string): boolean {
  return mark[0] === fence[0] && mark.length >= fence.length && line.trimEnd().endsWith(mark);
}

/** Containers that a line opens: `> - 1. ` is three. */
function depth(line: string): number {
  if (line.length < deepestNesting || /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/.test(line)) return 0;
  const marks = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)![0];
  return marks.match(/>|[-+*]|[.)]/g)?.length ?? 0;
}

function indent(line: string): number {
  if (line.length <= widestIndent / 4) return 0;
  let columns = 0;
  for (const sign of /^[ \t]*/.exec(line)![0]) columns += sign === '\t' ? 4 - (columns % 4) : 1;
  return columns === line.length ? 0 : columns;
}
