/** The end of a drawing's ids at the place of this number, from 0. The ids themselves hold no two hyphens in a row. */
export function copyMark(place: number): string {
  return place === 0 ? '' : `--${place + 1}`;
}

/** A clean drawing whose ids, and what refers to them, end with a text more. */
export function withIdsEnding(svg: string, end: string): string {
  return svg.replace(tags, (tag) => tag.replace(ids, `$1${end}`));
}

/** A drawing as it is at its first place on a page. */
export function asFirstCopy(svg: string): string {
  return svg.replace(tags, (tag) => tag.replace(marked, '$1'));
}

/** What is between quotes in a tag may hold an end of it, and no further quote. */
const tags = /<[a-z](?:[^<>"]|"[^"]*")*>/g;
const ids = /((?: id="|="url\(#)[a-z][a-z0-9-]*)/g;
const marked = /((?: id="|="url\(#)[a-z][a-z0-9-]*?)--\d{1,6}(?=[")])/g;
