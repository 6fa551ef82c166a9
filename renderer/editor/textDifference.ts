import { ChangeSet, type Text } from '@codemirror/state';

/**
 * A small change set that makes `before` into `after`: line by line where the two differ in few
 * lines, and within those only what is not shared at their ends.
 */
export function textDifference(before: Text, after: Text): ChangeSet {
  if (before.eq(after)) return ChangeSet.empty(before.length);
  const old = linesOf(before);
  const now = linesOf(after);
  const start = sharedCount(old, now, (lines, index) => lines[index]);
  const end = sharedCount(old.slice(start), now.slice(start), (lines, index) =>
    lines.at(-1 - index),
  );
  const oldStarts = startsOf(old);
  const runs = differingRuns(
    old.slice(start, old.length - end),
    now.slice(start, now.length - end),
  );
  const changes = runs.map((run) => {
    const gone = old.slice(start + run.oldFrom, start + run.oldTo).join('');
    const stands = now.slice(start + run.nowFrom, start + run.nowTo).join('');
    return replacement(oldStarts[start + run.oldFrom]!, gone, stands);
  });
  return ChangeSet.of(changes, before.length, '\n');
}

/** Every line with the break after it, so that lines joined are the text. */
function linesOf(text: Text): string[] {
  const lines = [...text.iterLines()];
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line));
}

function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  for (const line of lines) starts.push(starts.at(-1)! + line.length);
  return starts;
}

function replacement(at: number, gone: string, stands: string) {
  const pick = (text: string, index: number) => text[index];
  const start = sharedCount(gone, stands, pick);
  const goneRest = gone.slice(start);
  const standsRest = stands.slice(start);
  const end = sharedCount(goneRest, standsRest, (text, index) => text.at(-1 - index));
  return {
    from: at + start,
    to: at + gone.length - end,
    insert: standsRest.slice(0, standsRest.length - end),
  };
}

function sharedCount<T extends { readonly length: number }>(
  one: T,
  other: T,
  pick: (of: T, index: number) => string | undefined,
): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && pick(one, count) === pick(other, count)) count++;
  return count;
}

/** Lines [oldFrom, oldTo) became lines [nowFrom, nowTo). Line numbers are from 0. */
interface Run {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/** More differing lines than this are taken as one run: finding the smallest difference takes their square. */
const mostEdits = 400;

/** The shortest edit script over lines (Myers 1986), as runs of what differs. */
function differingRuns(old: readonly string[], now: readonly string[]): Run[] {
  const whole: Run = { oldFrom: 0, oldTo: old.length, nowFrom: 0, nowTo: now.length };
  if (old.length === 0 || now.length === 0) return [whole];
  const trail: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= mostEdits; edits++) {
    trail.push(reach);
    const next = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = goesDown(reach, diagonal, edits)
        ? (reach.get(diagonal + 1) ?? 0)
        : (reach.get(diagonal - 1) ?? 0) + 1;
      let y = x - diagonal;
      while (x < old.length && y < now.length && old[x] === now[y]) {
        x++;
        y++;
      }
      next.set(diagonal, x);
      if (x >= old.length && y >= now.length) return walkBack(trail, old.length, now.length);
    }
    reach = next;
  }
  return [whole];
}

function goesDown(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function walkBack(trail: readonly ReadonlyMap<number, number>[], x: number, y: number): Run[] {
  const runs: Run[] = [];
  for (let edits = trail.length - 1; edits > 0; edits--) {
    const reach = trail[edits]!;
    const down = goesDown(reach, x - y, edits);
    const diagonal = x - y + (down ? 1 : -1);
    const fromX = reach.get(diagonal) ?? 0;
    const fromY = fromX - diagonal;
    const last = runs.at(-1);
    const atX = down ? fromX : fromX + 1;
    const atY = down ? fromY + 1 : fromY;
    if (last && last.oldFrom === atX && last.nowFrom === atY) {
      runs[runs.length - 1] = { ...last, oldFrom: fromX, nowFrom: fromY };
    } else {
      runs.push({ oldFrom: fromX, oldTo: atX, nowFrom: fromY, nowTo: atY });
    }
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}
