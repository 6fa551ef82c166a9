/** A source line and where it starts on the page, in px from the page's top; measured only when asked. */
export interface Stop {
  readonly line: number;
  readonly y: () => number;
  /** True for a line of running text: it may start in the middle of a row that the line before began. */
  readonly running?: boolean;
}

/** Where a fractional line stands between stops that ascend by line. Of several on one line, the first counts. */
export function yOfLine(stops: readonly Stop[], line: number): number {
  const at = lastWhere(stops, (stop) => stop.line <= line);
  const stop = stops[at] ?? stops[0];
  if (!stop) return 0;
  const next = stops[at + 1];
  const y = stop.y();
  if (!next || at < 0 || next.line <= stop.line) return y;
  return y + share(line, stop.line, next.line) * Math.max(0, next.y() - y);
}

/** The fractional line at a place of the page. Of several stops at one place the last counts, of running lines in one row the first. */
export function lineOfY(stops: readonly Stop[], y: number): number {
  const last = lastWhere(stops, (stop) => stop.y() <= y + tolerance);
  let at = last;
  while (stops[at]?.running && stops[at]!.y() - stops[at - 1]!.y() < tolerance) at -= 1;
  const stop = stops[at] ?? stops[0];
  if (!stop) return 0;
  const next = stops[last + 1];
  if (!next || at < 0) return stop.line;
  return stop.line + share(y, stop.y(), next.y()) * (next.line - stop.line);
}

/** Browsers round scroll positions to device pixels: a stop less than this below counts as reached. */
const tolerance = 0.75;

/** The index of the last item that meets a condition which holds up to some place and not after; -1 for none. */
function lastWhere<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function share(value: number, from: number, to: number): number {
  return to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0;
}
