import type { SearchQuery } from '@codemirror/search';
import type { EditorState } from '@codemirror/state';

/** How often a query is found. `current` is the place of the selected match from 1, or 0. */
export interface MatchCount {
  readonly total: number;
  readonly current: number;
  /** True when counting stopped at a bound and there are more. */
  readonly more: boolean;
}

const mostMatches = 9_999;
/** Counting gives way to the writer after this many milliseconds. */
const longestCount = 60;

export function countMatches(query: SearchQuery, state: EditorState): MatchCount {
  if (!query.search || !query.valid) return { total: 0, current: 0, more: false };
  const { main } = state.selection;
  const stopAt = performance.now() + longestCount;
  const cursor = query.getCursor(state);
  let total = 0;
  let current = 0;
  for (let match = cursor.next(); !match.done; match = cursor.next()) {
    total++;
    if (match.value.from === main.from && match.value.to === main.to) current = total;
    const isLate = total % 100 === 0 && performance.now() > stopAt;
    if (total === mostMatches || isLate) return { total, current, more: true };
  }
  return { total, current, more: false };
}

/** The count in words, for the find panel: `3 of 12`, `None`, `More than 9,999`. */
export function describeMatches(query: SearchQuery, count: MatchCount): string {
  if (!query.search) return '';
  if (!query.valid) return 'Not a regular expression';
  if (count.total === 0) return 'None';
  const total = count.total.toLocaleString('en');
  if (count.more) return `More than ${total}`;
  return count.current > 0 ? `${count.current.toLocaleString('en')} of ${total}` : total;
}
