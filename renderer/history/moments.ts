import type {
  Beginning,
  DescriptionPatch,
  Entry,
  Start,
  StepSource,
  VersionName,
} from '#contract/history.ts';

/** Three values for each edit, as a history's step has them: where, how many units go, what comes. */
export type Edits = readonly (number | string)[];

/** A state of an essay, by what led to it. `at` is the clock's time of it, in ms since 1970. */
export type Moment = { readonly at: number } & (
  | { readonly kind: 'start'; readonly from: Beginning }
  | { readonly kind: 'text'; readonly source: StepSource; readonly edits: Edits }
  | { readonly kind: 'fields'; readonly fields: DescriptionPatch }
  | { readonly kind: 'trashed'; readonly trashed: boolean }
  | { readonly kind: 'named'; readonly version: VersionName }
);

/** The moments that an entry of a history holds: one for each change of the text, one for anything else. */
export function momentsOf(entry: Entry): Moment[] {
  const { at } = entry;
  if ('text' in entry) {
    return entry.text.map(([ago, source, ...edits]) => ({
      kind: 'text',
      at: at - ago,
      source,
      edits,
    }));
  }
  if ('fields' in entry) return [{ kind: 'fields', at, fields: entry.fields }];
  if ('trashed' in entry) return [{ kind: 'trashed', at, trashed: entry.trashed }];
  if ('named' in entry) return [{ kind: 'named', at, version: entry.named }];
  return [{ kind: 'start', at, from: entry.start.from }];
}

/** The entries of some lines of a history. Throws a SyntaxError where one is no JSON. */
export function readEntries(lines: string): Entry[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

/** What an essay began as; null when an entry is not its first. */
export function startOf(entry: Entry): Start | null {
  return 'start' in entry ? entry.start : null;
}
