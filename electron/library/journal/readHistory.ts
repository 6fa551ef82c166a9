import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { HistoryPart } from '#contract/history.ts';
import { readRecord } from '../essays/readRecord.ts';
import type { Library } from '../library.ts';
import { reading } from '../transaction.ts';
import { readParts } from './readParts.ts';

/** Characters of lines in one part, about: a part is whole blocks and whole entries. */
const enough = 1024 * 1024;

/**
 * Entries of an essay's history, the one numbered `from` among them where there is one: as many as make about
 * a megabyte. Throws `not-found`, and `damaged` where the history cannot be read; proving tells more.
 */
export function readHistory(library: Library, id: EssayId, from: number): HistoryPart {
  return reading(library, () => {
    const record = readRecord(library, id);
    const { key, title, revision: newest } = record;
    let first = from;
    let last = from - 1;
    let lines = '';
    try {
      for (const part of readParts(library, key, from)) {
        if (lines === '') first = part.first;
        lines += part.lines;
        last = part.last;
        if (lines.length >= enough) break;
      }
    } catch (cause) {
      if (lines === '') throw unreadable(title, from, cause);
    }
    if (lines === '' && from <= newest) throw unreadable(title, from);
    return { first, last, newest, lines };
  });
}

function unreadable(title: string, from: number, cause?: unknown): StudioError {
  return new StudioError(
    'damaged',
    `The history of “${title}” cannot be read from change ${from} on.`,
    'Its text is not affected. A backup of the library may hold the rest.',
    { cause },
  );
}
