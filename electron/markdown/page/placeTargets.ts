import { escapeText } from '../html/escape.ts';
import type { Target } from './blockEnv.ts';
import type { PageBlock } from './pageBlock.ts';

/** What a reference finds. */
export interface Place {
  readonly id: string;
  /** What it is called, as HTML: "Figure 2", or what a heading says. */
  readonly name: string;
}

/** Where everything is that has an id. */
export interface Places {
  /** The ids of all headings, in order. */
  readonly headingIds: readonly string[];
  readonly ofTarget: ReadonlyMap<Target, Place>;
  /** By label; of two with the same label the first. */
  readonly ofLabel: ReadonlyMap<string, Place>;
}

/**
 * Gives headings and labelled things their ids and names. An id that is written belongs to the first that has it
 * written, whatever stands before; all other ids are the texts' own, counted where they come again.
 */
export function placeTargets(blocks: readonly PageBlock[]): Places {
  const nextId = idGiver();
  const ofLabel = new Map<string, Place>();
  const ofTarget = new Map<Target, Place>();
  const written = new Map<object, string>();
  const counts = new Map<string, number>();
  const give = (thing: object, label: string, name: string) => {
    if (ofLabel.has(label)) return;
    written.set(thing, nextId(label));
    ofLabel.set(label, { id: label, name });
  };
  for (const { rendered } of blocks) {
    for (const heading of rendered.headings) {
      if (heading.id !== undefined) give(heading, heading.id, escapeText(heading.text));
    }
    for (const { target } of rendered.targets) {
      const kind = target.label.slice(0, 3);
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      const name = `${kinds[kind]} ${number}`;
      give(target, target.label, name);
      ofTarget.set(target, { id: target.label, name });
    }
  }
  const headingIds: string[] = [];
  for (const { rendered } of blocks) {
    for (const heading of rendered.headings) {
      headingIds.push(written.get(heading) ?? nextId(heading.slug));
    }
    for (const { target } of rendered.targets) {
      if (written.has(target)) continue;
      ofTarget.set(target, { ...ofTarget.get(target)!, id: nextId(target.label) });
    }
  }
  return { headingIds, ofTarget, ofLabel };
}

const kinds: Readonly<Record<string, string>> = { fig: 'Figure', tbl: 'Table', lst: 'Listing' };

/** GitHub's rule: the second of a name gets `-1`, the third `-2`, skipping ids that are taken. */
function idGiver(): (slug: string) => string {
  const taken = new Map<string, number>();
  return (slug) => {
    let id = slug;
    let count = taken.get(slug) ?? -1;
    if (count >= 0) {
      do id = `${slug}-${++count}`;
      while (taken.has(id));
      taken.set(slug, count);
    }
    taken.set(id, Math.max(0, taken.get(id) ?? 0));
    return id;
  };
}
