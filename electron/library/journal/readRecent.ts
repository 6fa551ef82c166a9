import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { RecentHistory } from '#contract/history.ts';
import { hashOf } from '../body/pieces.ts';
import { readRecord } from '../essays/readRecord.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { parseLines } from './parseLines.ts';
import { readParts } from './readParts.ts';
import { replayFrom } from './replay.ts';
import { unpack } from './unpack.ts';

/** Entries: each is what was written in a quarter of a second, a few changes mostly. */
const most = 300;

/**
 * The last entries of an essay's history up to entry `upTo`, and the text before them, made from the checkpoint that is
 * nearest: a long history need not be read for what was done last. Throws `damaged` where it cannot be read.
 */
export function readRecent(library: Library, id: EssayId, upTo: number): RecentHistory {
  return reading(library, () => {
    const { key, title } = readRecord(library, id);
    try {
      const { number, text } = checkpointBefore(library, key, upTo - most);
      const lines: string[] = [];
      for (const { first, lines: some } of readParts(library, key, number + 1)) {
        for (const [index, line] of some.trimEnd().split('\n').entries()) {
          if (first + index > number && first + index <= upTo) lines.push(line);
        }
      }
      if (lines.length === upTo - number) return endOf(text, lines);
    } catch (cause) {
      throw unreadable(title, cause);
    }
    throw unreadable(title);
  });
}

function endOf(text: string, lines: readonly string[]): RecentHistory {
  const first = Math.max(0, lines.length - most);
  const joined = (some: readonly string[]) => some.map((line) => `${line}\n`).join('');
  let replay = replayFrom(text);
  for (const entry of parseLines(joined(lines.slice(0, first)))) {
    if ('start' in entry) replay = replayFrom(entry.start.body);
    else if ('text' in entry) for (const step of entry.text) replay.apply(step);
  }
  return { text: replay.text(), lines: joined(lines.slice(first)) };
}

/** The beginning, before any entry, where there is no checkpoint that is whole. */
function checkpointBefore(
  library: Library,
  key: number,
  latest: number,
): { readonly number: number; readonly text: string } {
  const point = statement<{ number: number; text: Buffer; text_hash: Buffer }>(
    library.db,
    `SELECT number, text, text_hash
     FROM checkpoint
     WHERE essay_key = ? AND number <= ?
     ORDER BY number DESC
     LIMIT 1`,
  ).get(key, latest);
  if (point === undefined) return beginning;
  const text = unpack(point.text).toString();
  return hashOf(text).equals(point.text_hash) ? { number: point.number, text } : beginning;
}

const beginning = { number: 0, text: '' };

function unreadable(title: string, cause?: unknown): StudioError {
  return new StudioError(
    'damaged',
    `The end of the history of “${title}” cannot be read.`,
    'Its text is not affected. Verify the library to see what is.',
    { cause },
  );
}
