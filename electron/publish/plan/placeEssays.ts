import type { EssayId } from '#contract/essay.ts';
import type { EssayFacts, Receipt } from '#contract/publishing.ts';

export interface Places {
  readonly pathOf: ReadonlyMap<EssayId, string>;
  /** A sentence for each essay that could not have the name it wanted. */
  readonly notes: readonly string[];
}

/**
 * A path for every essay, unlike every other one also where a disk ignores case. Whoever was published at a path keeps
 * it; else the essay written first has it, and the others get a number.
 */
export function placeEssays(
  essays: readonly EssayFacts[],
  wanted: (essay: EssayFacts) => string,
  receipts: readonly Receipt[],
): Places {
  const before = new Map(
    receipts.flatMap(({ essays: [essay], path }) => (essay ? [[essay.id, path]] : [])),
  );
  const claims = essays
    .map((essay) => ({ essay, path: wanted(essay) }))
    .sort((a, b) => order(a.essay, b.essay));
  const holders = new Map<string, EssayFacts>();
  const pathOf = new Map<EssayId, string>();
  const notes: string[] = [];
  for (const { essay, path } of claims) {
    const kept = before.get(essay.id);
    if (kept === undefined || !isNumbered(kept, path) || holders.has(sameName(kept))) continue;
    holders.set(sameName(kept), essay);
    pathOf.set(essay.id, kept);
  }
  for (const { essay, path } of claims) {
    if (pathOf.has(essay.id)) continue;
    let free = path;
    for (let count = 2; holders.has(sameName(free)); count++) free = numbered(path, count);
    const holder = holders.get(sameName(path));
    if (holder) {
      notes.push(
        `“${essay.title}” and “${holder.title}” would both be “${path}”, so the first is published as “${free}”.`,
      );
    }
    holders.set(sameName(free), essay);
    pathOf.set(essay.id, free);
  }
  return { pathOf, notes };
}

function order(a: EssayFacts, b: EssayFacts): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function numbered(path: string, count: number): string {
  return path.replace(ending, `-${count}$&`);
}

/** Whether a path is the wanted one, or that with a number. */
function isNumbered(path: string, wanted: string): boolean {
  if (path === wanted) return true;
  const end = wanted.search(ending);
  const stem = wanted.slice(0, end);
  const rest = path.startsWith(`${stem}-`) && path.endsWith(wanted.slice(end));
  return rest && /^\d+$/.test(path.slice(stem.length + 1, path.length - (wanted.length - end)));
}

/** A file that is the index of its folder is told apart by the folder. */
const ending = /(?:\/index)?\.[a-z]+$/;

function sameName(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase();
}
