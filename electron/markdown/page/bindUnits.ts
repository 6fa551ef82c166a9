import type { RawTag } from './readRawHtml.ts';

/**
 * The runs of blocks, as [from, to), that raw HTML binds together: a tag opened in the one is closed in the other.
 * A tag that nothing closes binds nothing, and one that closes nothing neither.
 */
export function bindUnits(blocks: readonly (readonly RawTag[] | null)[]): [number, number][] {
  const runs: [number, number][] = [];
  const open: { name: string; block: number }[] = [];
  const openByName = new Map<string, number>();
  blocks.forEach((tags, block) => {
    for (const { name, closes } of tags ?? []) {
      const same = openByName.get(name) ?? 0;
      if (!closes) {
        open.push({ name, block });
        openByName.set(name, same + 1);
      } else if (same > 0) bind(runs, popTo(open, openByName, name), block);
    }
  });
  return runs;
}

/** Closes the innermost open tag of that name and all inside it; returns the block it was opened in. */
function popTo(
  open: { name: string; block: number }[],
  openByName: Map<string, number>,
  name: string,
): number {
  for (;;) {
    const last = open.pop()!;
    openByName.set(last.name, openByName.get(last.name)! - 1);
    if (last.name === name) return last.block;
  }
}

function bind(runs: [number, number][], from: number, to: number): void {
  if (from === to) return;
  let start = from;
  for (let last = runs.at(-1); last && last[1] > from; last = runs.at(-1)) {
    start = Math.min(start, last[0]);
    runs.pop();
  }
  runs.push([start, to + 1]);
}
