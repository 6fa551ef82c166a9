import { folded } from './findInPast.ts';

/** Characters before a hit that are shown with it. */
const before = 40;
const most = 160;

/** The part of a line around what was found in it, with the places where it stands. */
export function aroundHit(
  line: string,
  wanted: string,
): { readonly text: string; readonly marks: readonly (readonly [number, number])[] } {
  const query = folded(wanted);
  const at = folded(line).indexOf(query);
  const start = at <= before ? 0 : line.lastIndexOf(' ', at - before) + 1;
  const text = `${start > 0 ? '… ' : ''}${line.slice(start, start + most)}`;
  const marks: (readonly [number, number])[] = [];
  const searched = folded(text);
  for (let place = searched.indexOf(query); place >= 0 && query !== ''; ) {
    marks.push([place, place + query.length]);
    place = searched.indexOf(query, place + query.length);
  }
  return { text, marks };
}
