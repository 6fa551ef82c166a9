import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import { readRecord } from '../essays/readRecord.ts';
import type { Library } from '../library.ts';
import { reading } from '../transaction.ts';
import { afterEntry, type EssayState } from './essayState.ts';
import { parseLines } from './parseLines.ts';
import { readParts } from './readParts.ts';

/** The text of an essay as it was after entry `number`. Throws `invalid` when there is none, `damaged` when its history is. */
export function textAt(library: Library, id: EssayId, number: number): string {
  return reading(library, () => {
    const { key, title, revision } = readRecord(library, id);
    if (number < 1 || number > revision) {
      throw new StudioError(
        'invalid',
        `“${title}” has no change ${number}.`,
        `Its changes are numbered from 1 to ${revision}.`,
      );
    }
    try {
      let state: EssayState | null = null;
      for (const { first, lines } of readParts(library, key)) {
        for (const [index, entry] of parseLines(lines).entries()) {
          if (first + index > number) break;
          state = afterEntry(state, entry, first + index);
        }
        if (first > number) break;
      }
      if (state !== null) return state.replay.text();
    } catch (cause) {
      throw unreadable(title, cause);
    }
    throw unreadable(title);
  });
}

function unreadable(title: string, cause?: unknown): StudioError {
  return new StudioError(
    'damaged',
    `The history of “${title}” is damaged.`,
    'Verify the library to see where; a backup may hold the rest.',
    { cause },
  );
}
