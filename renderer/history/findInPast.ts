import type { Text } from '@codemirror/state';
import { insertedText } from './applyEdits.ts';
import type { Edits } from './moments.ts';
import type { Past } from './past.ts';
import { breathing } from './slices.ts';

/** A moment at which a text came in or went, and how often: below 0 when it went. */
export interface PastHit {
  readonly moment: number;
  readonly by: number;
  /** Where in the text it then was, or until then had been. */
  readonly line: string;
}

interface Search {
  /** What was found up to a moment. */
  readonly onHits: (hits: readonly PastHit[], upTo: number) => void;
  readonly isWanted: () => boolean;
}

/**
 * The moments at which a text, in large or small letters, came into an essay or went from it, the earliest first.
 * Every change is looked at, around its edits. Tells what it has found as it goes; stops when `isWanted` says no.
 */
export async function findInPast(
  past: Past,
  wanted: string,
  { onHits, isWanted }: Search,
): Promise<readonly PastHit[]> {
  const query = folded(wanted);
  const hits: PastHit[] = [];
  if (query === '' || past.moments.length === 0) return hits;
  const breathe = breathing();
  let text = past.text(0);
  const first = occurrences(text.toString(), query);
  if (first > 0) hits.push({ moment: 0, by: first, line: lineAround(text, query, 0, text.length) });
  for (let moment = 1; moment < past.moments.length; moment++) {
    const step = past.moments[moment]!;
    if (step.kind !== 'text') continue;
    const found = lookAt(text, step.edits, query);
    text = found.after;
    if (found.by !== 0) hits.push({ moment, by: found.by, line: found.line });
    const rest = breathe();
    if (!rest) continue;
    onHits(hits, moment);
    await rest;
    if (!isWanted()) return hits;
  }
  onHits(hits, past.moments.length - 1);
  return hits;
}

/** How often the query stands in the text after the edits more than before them. */
function lookAt(text: Text, edits: Edits, query: string) {
  const reach = query.length;
  let after = text;
  let by = 0;
  let line = '';
  for (let at = edits.length - 3; at >= 0; at -= 3) {
    const from = edits[at] as number;
    const to = from + (edits[at + 1] as number);
    const inserted = insertedText(edits[at + 2] as string);
    const before = after;
    after = before.replace(from, to, inserted);
    const start = Math.max(0, from - reach);
    const endBefore = Math.min(before.length, to + reach);
    const endAfter = Math.min(after.length, from + inserted.length + reach);
    const came = occurrences(after.sliceString(start, endAfter), query);
    const went = occurrences(before.sliceString(start, endBefore), query);
    if (came === went) continue;
    by += came - went;
    line =
      came > went
        ? lineAround(after, query, start, endAfter)
        : lineAround(before, query, start, endBefore);
  }
  return { after, by, line };
}

function occurrences(text: string, query: string): number {
  const searched = folded(text);
  let count = 0;
  for (let at = searched.indexOf(query); at >= 0; at = searched.indexOf(query, at + 1)) count++;
  return count;
}

/** The line in which the query begins, in a stretch of the text. */
function lineAround(text: Text, query: string, from: number, to: number): string {
  const at = folded(text.sliceString(from, to)).indexOf(query);
  return text.lineAt(Math.min(from + Math.max(0, at), text.length)).text;
}

/** Letters as small ones, unit for unit, so that a place in it is that place in the text. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower.replaceAll('ς', 'σ');
  const small = (letter: string) => {
    const lowered = letter.toLowerCase();
    return lowered.length === letter.length ? lowered : letter;
  };
  return text.replace(/./gsu, small).replaceAll('ς', 'σ');
}
