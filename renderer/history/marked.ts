import type { ChangeSet, Text } from '@codemirror/state';
import { folded } from './findInPast.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is marked in a text of the past. */
export interface Marked {
  readonly came: readonly Stretch[];
  /** Where text was taken out and none came for it. */
  readonly gone: readonly number[];
  readonly found: readonly Stretch[];
  /** What is worth bringing into view; null when nothing is. */
  readonly place: number | null;
}

/** More places than this are not marked: nobody looks at them all, and each costs time. */
const mostPlaces = 500;

/** Where a change has led in the text after it, and where a text stands in it. */
export function markedIn(text: Text, change: ChangeSet | null, wanted: string): Marked {
  const came: Stretch[] = [];
  const gone: number[] = [];
  change?.iterChanges((_fromA, _toA, from, to) => {
    if (came.length + gone.length >= mostPlaces) return;
    if (to > from) came.push({ from, to });
    else gone.push(from);
  });
  const found = placesOf(text, wanted);
  const lastCame = came.at(-1)?.to ?? -1;
  const lastGone = gone.at(-1) ?? -1;
  const changed = Math.max(lastCame, lastGone);
  return { came, gone, found, place: changed >= 0 ? changed : (found[0]?.from ?? null) };
}

function placesOf(text: Text, wanted: string): Stretch[] {
  const query = folded(wanted);
  if (query === '') return [];
  const searched = folded(text.toString());
  const places: Stretch[] = [];
  for (
    let at = searched.indexOf(query);
    at >= 0 && places.length < mostPlaces;
    at = searched.indexOf(query, at + query.length)
  ) {
    places.push({ from: at, to: at + query.length });
  }
  return places;
}
