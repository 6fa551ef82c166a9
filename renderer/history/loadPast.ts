import { type Failure, toFailure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { Ask } from '#renderer/studio.ts';
import { readEntries } from './moments.ts';
import { createPast, type Past } from './past.ts';
import { breathing } from './slices.ts';

export interface PastLoader {
  readonly past: Past;
  /** The entry read last; 0 before any was. */
  readonly read: () => number;
  /**
   * Reads what there is beyond what was read. `onProgress` is told the entries read and all there are. Resolves
   * with null, or with why the history cannot be read further; what was read until then stands.
   */
  readonly readOn: (onProgress?: (done: number, all: number) => void) => Promise<Failure | null>;
  /** Reads no more. */
  readonly stop: () => void;
}

/** Reads the history of an essay in parts and in slices that no frame waits for. */
export function openPast(ask: Ask, id: EssayId): PastLoader {
  const past = createPast();
  let read = 0;
  let stopped = false;

  async function readOn(onProgress = (_done: number, _all: number) => {}): Promise<Failure | null> {
    try {
      for (let newest = Number.POSITIVE_INFINITY; read < newest && !stopped; ) {
        const part = await ask('history.read', id, read + 1);
        newest = part.newest;
        if (stopped || part.last <= read) break;
        const entries = await addLines(part.lines, part.first);
        if (entries < part.last) break;
        onProgress(read, newest);
      }
      return null;
    } catch (thrown) {
      return failureOf(thrown, read);
    }
  }

  async function addLines(lines: string, first: number): Promise<number> {
    const breathe = breathing();
    let number = first;
    for (let from = 0; from < lines.length && !stopped; ) {
      // A part is many lines: reading them a few at a time keeps every slice short.
      const end = lines.indexOf('\n', Math.min(from + atOnce, lines.length - 1));
      const to = end < 0 ? lines.length : end + 1;
      for (const entry of readEntries(lines.slice(from, to))) {
        if (number > read) {
          past.add(entry);
          read = number;
        }
        number++;
      }
      from = to;
      await breathe();
    }
    return read;
  }

  return {
    past,
    read: () => read,
    readOn,
    stop() {
      stopped = true;
    },
  };
}

/** Characters of lines that are read without looking at the clock. */
const atOnce = 32_000;

function failureOf(thrown: unknown, read: number): Failure {
  if (!(thrown instanceof RangeError || thrown instanceof SyntaxError)) return toFailure(thrown);
  return {
    code: 'damaged',
    message: `The history is damaged from entry ${read + 1} on.`,
    advice: 'What came before it can be seen here; the text of the essay is not affected.',
  };
}
