import type { MarkdownIt } from 'markdown-it';
import type { SourceEdit } from '../types.ts';
import { type PageBlock, pageBlock } from './pageBlock.ts';
import { type SourceBlock, splitBlocks } from './splitBlocks.ts';

/** Blocks [from, to) of the list before give way to `blocks`; `head` is where the first block of all starts now. */
export interface Resplit {
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly PageBlock[];
  readonly head: number;
}

/** A source and its blocks; `head` counts the UTF-16 units of blank lines before the first block. */
export interface SplitSource {
  readonly text: string;
  readonly head: number;
  readonly blocks: readonly PageBlock[];
}

/** Source read at once past the change; more is read while no block boundary of before is met. */
const firstWindow = 4096;

/**
 * Reads again only the blocks an edit can have changed. What a block is depends on its own source and a little after
 * it, never on what stands before, so reading starts a little before the edit and ends at the first boundary that was
 * one before in text that did not change.
 */
export function resplit(
  md: MarkdownIt,
  before: SplitSource,
  after: string,
  edit: SourceEdit,
): Resplit {
  const { blocks: old } = before;
  const start = placeOfRestart(before, edit.from);
  const delta = edit.insert.length - (edit.to - edit.from);
  const changedTo = edit.to + delta;
  const taken: PageBlock[] = [];
  let head = before.head;
  let tail = start.index;
  let tailAt = start.at;
  let metTail = false;
  let at = start.index === 0 ? 0 : start.at;

  const isOldBoundary = (position: number) => {
    while (tail < old.length && tailAt + delta < position) tailAt += old[tail++]!.source.chars;
    return position >= changedTo && tailAt + delta === position;
  };

  for (let window = firstWindow; ; window *= 4) {
    const base = at;
    const end = lineEndAfter(after, Math.max(at, changedTo) + window);
    splitBlocks(
      md,
      readable(after.slice(base, end)),
      end < after.length,
      (block, tokens, offset) => {
        const isFirst = start.index === 0 && taken.length === 0;
        if (isFirst) head = base + offset;
        if (isFirst && isOldBoundary(head)) metTail = true;
        else {
          taken.push(pageBlock(block, tokens));
          at = base + offset + block.chars;
          metTail = isOldBoundary(at);
        }
        return !metTail;
      },
    );
    if (metTail) break;
    if (end === after.length) {
      tail = old.length;
      if (start.index === 0 && taken.length === 0) head = after.length;
      break;
    }
  }
  return { ...keepUnchanged(before, after, start, tail, taken, head), head };
}

/** NUL has no place in HTML; CommonMark has it replaced. One character for one, so positions stay. */
export function readable(source: string): string {
  return source.includes('\0') ? source.replaceAll('\0', '\ufffd') : source;
}

/** Two blocks before the one at `from`, and further where a definition above may reach down to it. */
function placeOfRestart({ head, blocks }: SplitSource, from: number) {
  let index = 0;
  let at = head;
  while (index < blocks.length && at + blocks[index]!.source.chars <= from) {
    at += blocks[index++]!.source.chars;
  }
  const goBackTo = (target: number) => {
    while (index > target) at -= blocks[--index]!.source.chars;
  };
  goBackTo(Math.max(0, index - 2));
  for (let above = index - 1; above >= 0 && !blocks[above]!.source.isFollowedByGap; above--) {
    if (blocks[above]!.source.looksAhead) goBackTo(above);
  }
  return { index, at };
}

function lineEndAfter(text: string, position: number): number {
  const lineBreak = position < text.length ? text.indexOf('\n', position) : -1;
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

/** Narrows a replacement to the blocks whose source is really another. */
function keepUnchanged(
  before: SplitSource,
  after: string,
  start: { index: number; at: number },
  tail: number,
  taken: readonly PageBlock[],
  head: number,
): Omit<Resplit, 'head'> {
  let from = start.index;
  let first = 0;
  let oldAt = start.at;
  let newAt = start.index === 0 ? head : start.at;
  const isSame = (old: SourceBlock, now: SourceBlock, oldFrom: number, newFrom: number) =>
    old.chars === now.chars &&
    old.looksAhead === now.looksAhead &&
    before.text.slice(oldFrom, oldFrom + old.chars) === after.slice(newFrom, newFrom + now.chars);
  while (from < tail && first < taken.length) {
    const old = before.blocks[from]!.source;
    if (!isSame(old, taken[first]!.source, oldAt, newAt)) break;
    oldAt += old.chars;
    newAt += old.chars;
    from++;
    first++;
  }
  let to = tail;
  let last = taken.length;
  let oldEnd = oldAt;
  for (let index = from; index < tail; index++) oldEnd += before.blocks[index]!.source.chars;
  let newEnd = newAt;
  for (let index = first; index < last; index++) newEnd += taken[index]!.source.chars;
  while (to > from && last > first) {
    const old = before.blocks[to - 1]!.source;
    const now = taken[last - 1]!.source;
    if (!isSame(old, now, oldEnd - old.chars, newEnd - now.chars)) break;
    oldEnd -= old.chars;
    newEnd -= now.chars;
    to--;
    last--;
  }
  return { from, to, blocks: taken.slice(first, last) };
}
