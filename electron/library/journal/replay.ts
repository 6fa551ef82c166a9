import type { Step } from '#contract/history.ts';
import { applyEdits } from '../body/applyEdits.ts';
import { dominantLineBreak, editorLength } from '../body/lineBreaks.ts';

/** A text as its history makes it. */
export interface Replay {
  /** Throws a RangeError for an edit that lies outside the text. */
  readonly apply: (step: Step) => void;
  readonly text: () => string;
}

/** Begins with the text of a history's first entry; new line breaks are of the kind that it uses most. */
export function replayFrom(body: string): Replay {
  if (!body.includes('\r')) return unitReplay(body);
  const lineBreak = dominantLineBreak(body);
  const feeds = body.replaceAll(lineBreak, '\n');
  const isUniform = !feeds.includes('\r') && feeds.replaceAll('\n', lineBreak) === body;
  if (!isUniform) return mixedReplay(body);
  const replay = unitReplay(feeds);
  return { ...replay, text: () => replay.text().replaceAll('\n', lineBreak) };
}

/** For a text with several kinds of line breaks, each of which keeps its bytes. */
function mixedReplay(body: string): Replay {
  const lineBreak = dominantLineBreak(body);
  let text = body;
  return {
    apply(step) {
      const length = editorLength(text);
      const list = [];
      for (let i = firstEdit; i < step.length; i += 3) {
        const { from, deleted, inserted } = editAt(step, i);
        if (from + deleted > length) throw outside(from);
        list.push({ from, to: from + deleted, lines: inserted.split('\n') });
      }
      text = applyEdits(text, list, lineBreak);
    },
    text: () => text,
  };
}

/** UTF-16 units with a gap where the last edit was: what is typed next is near it. Made when there is an edit. */
function unitReplay(body: string): Replay {
  let units = new Uint16Array();
  let gap = 0;
  let gapEnd = 0;
  let isMade = false;

  function make(): void {
    isMade = true;
    units = new Uint16Array(Math.max(1024, body.length * 2));
    Buffer.from(units.buffer).write(body, 'utf16le');
    gap = body.length;
    gapEnd = units.length;
  }

  function moveGap(to: number): void {
    if (to < gap) {
      units.copyWithin(gapEnd - (gap - to), to, gap);
      gapEnd -= gap - to;
    } else if (to > gap) {
      units.copyWithin(gap, gapEnd, gapEnd + (to - gap));
      gapEnd += to - gap;
    }
    gap = to;
  }

  function grow(by: number): void {
    const larger = new Uint16Array(2 * (units.length + by));
    const after = units.length - gapEnd;
    larger.set(units.subarray(0, gap));
    larger.set(units.subarray(gapEnd), larger.length - after);
    units = larger;
    gapEnd = larger.length - after;
  }

  return {
    apply(step) {
      if (!isMade) make();
      let shift = 0;
      for (let i = firstEdit; i < step.length; i += 3) {
        const { from, deleted, inserted } = editAt(step, i);
        const at = from + shift;
        if (at < 0 || at + deleted > gap + units.length - gapEnd) throw outside(from);
        moveGap(at);
        gapEnd += deleted;
        if (gapEnd - gap < inserted.length) grow(inserted.length);
        for (let j = 0; j < inserted.length; j++) units[gap++] = inserted.charCodeAt(j);
        shift += inserted.length - deleted;
      }
    },
    text() {
      if (!isMade) return body;
      moveGap(gap + units.length - gapEnd);
      return Buffer.from(units.buffer, 0, 2 * gap).toString('utf16le');
    },
  };
}

/** Where a step's edits begin, after its time and how it came about. */
const firstEdit = 2;

function editAt(step: Step, at: number): { from: number; deleted: number; inserted: string } {
  const from = step[at];
  const deleted = step[at + 1];
  const inserted = step[at + 2];
  if (!isLength(from) || !isLength(deleted) || typeof inserted !== 'string') {
    throw new RangeError('A change in the history is not one.');
  }
  return { from, deleted, inserted };
}

function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function outside(from: number): RangeError {
  return new RangeError(`A change at ${from} lies outside the text.`);
}
