import type { DescriptionPatch, Entry } from '#contract/history.ts';
import { type Replay, replayFrom } from './replay.ts';

/** What an essay's history says it is, after some of its entries. */
export interface EssayState {
  readonly id: string;
  readonly replay: Replay;
  readonly description: Required<DescriptionPatch>;
  updatedAt: number;
  readonly trashedAt: number | null;
  /** The last entry that changed the text. */
  bodyRevision: number;
}

/**
 * What an essay is after one more entry; null before its first. What it was is carried on, not copied: of a million
 * entries nearly all are of the text.
 * Throws for an entry that cannot be one, or cannot come there.
 */
export function afterEntry(before: EssayState | null, entry: Entry, number: number): EssayState {
  if ('start' in entry) {
    if (before !== null) throw new Error('A history begins once.');
    const { id, description, body } = entry.start;
    const replay = replayFrom(body);
    return { id, replay, description, updatedAt: entry.at, trashedAt: null, bodyRevision: number };
  }
  if (before === null) throw new Error('The beginning is missing.');
  if ('text' in entry) {
    for (const step of entry.text) before.replay.apply(step);
    before.updatedAt = entry.at;
    before.bodyRevision = number;
    return before;
  }
  if ('fields' in entry) {
    const description = { ...before.description, ...entry.fields };
    return { ...before, description, updatedAt: entry.at };
  }
  if ('trashed' in entry) return { ...before, trashedAt: entry.trashed ? entry.at : null };
  if ('named' in entry) return before;
  throw new Error('An entry says nothing that is known.');
}
