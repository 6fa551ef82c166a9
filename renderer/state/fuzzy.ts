/** How well a text answers a query, and which of its characters do. */
export interface FuzzyMatch {
  readonly score: number;
  /** Runs of `text` that answer the query, as [from, to), in order. */
  readonly ranges: readonly (readonly [number, number])[];
}

/**
 * Finds the characters of `query` in `text` in order, ignoring case, accents and spaces.
 * Null when some are missing. Starts of words and unbroken runs score higher; shorter texts break ties.
 * The empty query matches everything equally.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  return matchFolded(foldQuery(query), foldText(text));
}

/** The same for a query and a text folded beforehand, where one query meets many texts. */
export function matchFolded(wanted: string, searched: string): FuzzyMatch | null {
  if (wanted === '') return { score: 0, ranges: [] };
  let best: readonly number[] | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let at = searched.indexOf(wanted[0]!); at >= 0; at = searched.indexOf(wanted[0]!, at + 1)) {
    const places =
      placesFrom(at, wanted, searched, true) ?? placesFrom(at, wanted, searched, false);
    if (!places) break;
    const score = scoreOf(places, searched);
    if (score > bestScore) [best, bestScore] = [places, score];
  }
  if (!best) return null;
  return { score: bestScore + 1 / (1 + searched.length), ranges: runs(best) };
}

export function foldQuery(query: string): string {
  return fold(query).replaceAll(' ', '');
}

/** Folds unit by unit, so that places in the folded text are places in the text. */
export function foldText(text: string): string {
  const folded = fold(text);
  if (folded.length === text.length) return folded;
  return text.replace(/[^ -~]/g, (unit) => fold(unit)[0] ?? unit).toLowerCase();
}

/** Takes the next place of each character: one that goes on a run, then (where `words`) one that starts a word. */
function placesFrom(start: number, wanted: string, searched: string, words: boolean) {
  const places = [start];
  for (const character of wanted.slice(1)) {
    const after = places.at(-1)! + 1;
    const next = searched.indexOf(character, after);
    if (next < 0) return null;
    places.push(next === after || !words ? next : (wordStart(character, searched, next) ?? next));
  }
  return places;
}

function wordStart(character: string, searched: string, from: number): number | null {
  for (let at = from; at >= 0; at = searched.indexOf(character, at + 1)) {
    if (startsWord(at, searched)) return at;
  }
  return null;
}

function startsWord(place: number, searched: string): boolean {
  return place === 0 || !letter.test(searched[place - 1]!);
}

const letter = /[\p{L}\p{N}]/u;

function scoreOf(places: readonly number[], searched: string): number {
  let score = 0;
  places.forEach((place, index) => {
    if (startsWord(place, searched)) score += place === 0 ? 10 : 8;
    if (index === 0) return;
    const gap = place - places[index - 1]! - 1;
    score += gap === 0 ? 9 : -Math.min(4, gap / 4);
  });
  return score;
}

function runs(places: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last[1] === place) last[1] = place + 1;
    else found.push([place, place + 1]);
  }
  return found;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
