/** [fromA, toA) of one list stands where [fromB, toB) of the other does. */
export interface Run {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * The shortest way to make one list of another, as runs of what differs (Myers 1986). More than `most` items
 * that go or come are taken as one run: finding the shortest way takes the square of their number.
 */
export function shortestEdits<T>(a: readonly T[], b: readonly T[], most: number): Run[] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const whole = { fromA: start, toA: a.length - end, fromB: start, toB: b.length - end };
  if (whole.fromA === whole.toA && whole.fromB === whole.toB) return [];
  if (whole.fromA === whole.toA || whole.fromB === whole.toB) return [whole];
  return search(a, b, whole, most) ?? [whole];
}

function search<T>(a: readonly T[], b: readonly T[], around: Run, most: number): Run[] | null {
  const { fromA, fromB } = around;
  const lengthA = around.toA - fromA;
  const lengthB = around.toB - fromB;
  const limit = Math.min(most, lengthA + lengthB);
  const middle = limit + 1;
  const reach = new Int32Array(2 * limit + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    rounds.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = goesDown(reach, middle + diagonal, diagonal, edits);
      let x = down ? reach[middle + diagonal + 1]! : reach[middle + diagonal - 1]! + 1;
      let y = x - diagonal;
      while (x < lengthA && y < lengthB && a[fromA + x] === b[fromB + y]) {
        x++;
        y++;
      }
      reach[middle + diagonal] = x;
      if (x >= lengthA && y >= lengthB) return walkBack(rounds, lengthA, lengthB, around);
    }
  }
  return null;
}

function goesDown(reach: Int32Array, at: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && reach[at - 1]! < reach[at + 1]!);
}

function walkBack(rounds: readonly Int32Array[], x: number, y: number, around: Run): Run[] {
  const runs: Run[] = [];
  for (let edits = rounds.length - 1; edits > 0; edits--) {
    const reach = rounds[edits]!;
    const diagonal = x - y;
    const at = diagonal + edits + 1;
    const down = goesDown(reach, at, diagonal, edits);
    const fromX = down ? reach[at + 1]! : reach[at - 1]!;
    const fromY = fromX - (diagonal + (down ? 1 : -1));
    const run = {
      fromA: around.fromA + fromX,
      toA: around.fromA + fromX + (down ? 0 : 1),
      fromB: around.fromB + fromY,
      toB: around.fromB + fromY + (down ? 1 : 0),
    };
    const later = runs.at(-1);
    if (later && later.fromA === run.toA && later.fromB === run.toB) {
      runs[runs.length - 1] = { ...later, fromA: run.fromA, fromB: run.fromB };
    } else runs.push(run);
    x = fromX;
    y = fromY;
  }
  return runs.reverse();
}
