import type { BodyStep } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { documentOf } from './documents.ts';

/** Changes saved at once: what is typed in a quarter of a second, and a little more, so that making it takes no hour. */
const atOnce = 12;

/**
 * A library of one essay with its whole life, the same at every call: written mostly at its end, key by key, with
 * slips taken back and places gone back to, over some hundred sessions.
 */
export function liveThrough(
  path: string,
  { title, changes, length }: { title: string; changes: number; length: number },
): void {
  let clock = Date.UTC(2026, 0, 1);
  const library = openLibrary(path, { now: () => new Date(clock) });
  const essay = createEssay(library, { title });
  let { revision } = essay;
  let steps: BodyStep[] = [];
  const save = () => {
    revision = changeBody(library, { id: essay.id, baseRevision: revision, steps }).revision;
    steps = [];
  };
  let written = 0;
  for (const step of stepsOf(changes, length)) {
    clock += written % 700 === 699 ? 5 * 3_600_000 : 120;
    steps.push({ ...step, at: clock });
    written++;
    if (steps.length === atOnce) save();
  }
  if (steps.length > 0) save();
  library.close();
}

function* stepsOf(changes: number, length: number): Generator<Omit<BodyStep, 'at'>> {
  const source = documentOf(length);
  const random = randomFrom(7);
  let [size, typed, made] = [0, 0, 0];
  const change = (from: number, goes: number, comes: string): Omit<BodyStep, 'at'> => {
    const rest = size - from - goes;
    const edit: [number, ...string[]] = comes === '' ? [goes] : [goes, ...comes.split('\n')];
    size += comes.length - goes;
    made++;
    return {
      changes: [...(from > 0 ? [from] : []), edit, ...(rest > 0 ? [rest] : [])],
      source: 'typed',
    };
  };
  while (made < changes) {
    const isFull = size >= length;
    let at = !isFull && random() < 0.7 ? size : Math.floor(random() * size);
    // A full text is revised: as much goes as comes.
    const run = 20 + Math.floor(random() * 120);
    for (let key = 0; isFull && key < run && at > 0 && made < changes; key++)
      yield change(--at, 1, '');
    for (let key = 0; key < run && made < changes; key++) {
      yield change(at++, 0, source[typed++ % source.length]!);
      if (random() > 0.03 || made + 1 >= changes) continue;
      yield change(--at, 1, '');
    }
  }
}

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
