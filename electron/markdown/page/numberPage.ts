import { copyMark } from '../diagrams/copies.ts';
import type { Hole } from './blockEnv.ts';
import { contentsList } from './contentsList.ts';
import { fill } from './fragment.ts';
import type { PageBlock } from './pageBlock.ts';
import { type Place, placeTargets } from './placeTargets.ts';
import type { Note, RenderedBlock } from './renderBlock.ts';

/** What only the whole document can tell: ids and numbers. */
export interface Numbering {
  /** The ids of all headings, in order. */
  readonly headingIds: readonly string[];
  /** The footnotes' section, '' without footnotes. */
  readonly footnotes: string;
  /** What can be referred to, by label. */
  readonly places: ReadonlyMap<string, Place>;
  /** The labels of the footnotes that are shown. */
  readonly shownNotes: ReadonlySet<string>;
}

/**
 * Gives headings their ids, footnotes their numbers by first reference, and every hole what fills it; a block
 * filled with something else than before becomes stale.
 * Footnotes' ids hold a colon, which no heading's can.
 */
export function numberPage(
  blocks: readonly PageBlock[],
  clean: (html: string) => string,
): Numbering {
  const notes = firstDefinitions(blocks);
  const { headingIds, ofTarget, ofLabel } = placeTargets(blocks);
  let headingsSoFar = 0;
  let list: string | undefined;
  const numbers = new Map<string, NoteNumber>();
  const refer = (label: string) => {
    const known = numbers.get(label) ?? { number: numbers.size + 1, references: 0 };
    numbers.set(label, known);
    known.references++;
    return reference(known);
  };
  const copies = new Map<string, Hole[]>();
  const copyOf = (source: string, hole: Hole) => {
    const places = copies.get(source) ?? [];
    copies.set(source, places);
    return copyMark(places.includes(hole) ? places.indexOf(hole) : places.push(hole) - 1);
  };
  const fillerOf = (hole: Hole): string => {
    switch (hole.kind) {
      case 'heading':
        return headingIds[headingsSoFar + hole.heading]!;
      case 'reference':
        return refer(hole.label);
      case 'id':
        return ofTarget.get(hole.target)!.id;
      case 'name':
        return ofTarget.get(hole.target)!.name;
      case 'cross-reference':
        return crossReference(hole.label, ofLabel);
      case 'copy':
        return copyOf(hole.source, hole);
      case 'contents':
        list ??= contentsList(blocks, headingIds);
        return list;
      case 'backlinks':
        return '';
    }
  };
  for (const block of blocks) {
    const { headings, body } = block.rendered;
    const values = body.holes.map(fillerOf);
    headingsSoFar += headings.length;
    if (values.length === 0) continue;
    if (block.isStale || values.some((value, at) => value !== block.values[at])) {
      block.values = values;
      block.isStale = true;
    }
  }
  const footnotes = renderNotes(notes, numbers, fillerOf, clean);
  return { headingIds, footnotes, places: ofLabel, shownNotes: new Set(numbers.keys()) };
}

/** Whether a block has anything to do with the document's numbering. */
export function isNumbered({ body, headings, notes }: RenderedBlock): boolean {
  return body.holes.length > 0 || headings.length > 0 || notes.length > 0;
}

interface NoteNumber {
  readonly number: number;
  references: number;
}

function firstDefinitions(blocks: readonly PageBlock[]): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const block of blocks) {
    for (const note of block.rendered.notes) {
      if (!notes.has(note.label)) notes.set(note.label, note);
    }
  }
  return notes;
}

/** What refers to nothing is shown as it is written, with that; one element in either case. */
function crossReference(label: string, places: ReadonlyMap<string, Place>): string {
  const place = places.get(label);
  return place
    ? `<a class="cross-reference" href="#${place.id}">${place.name}</a>`
    : `<span class="missing-reference">@${label} (refers to nothing)</span>`;
}

function reference({ number, references }: NoteNumber): string {
  const id = referenceId(number, references);
  return `<sup class="footnote-ref"><a href="#fn:${number}" id="${id}" role="doc-noteref">${number}</a></sup>`;
}

function referenceId(number: number, ordinal: number): string {
  return ordinal === 1 ? `fnref:${number}` : `fnref:${number}:${ordinal}`;
}

/** Notes are read in the order of their numbers; a note referred to only from a note comes after those of the body. */
function renderNotes(
  notes: ReadonlyMap<string, Note>,
  numbers: ReadonlyMap<string, NoteNumber>,
  fillerOf: (hole: Hole) => string,
  clean: (html: string) => string,
): string {
  if (numbers.size === 0) return '';
  const items: { note: Note; known: NoteNumber; values: string[] }[] = [];
  // A map goes on to entries that are added while it is walked.
  for (const [label, known] of numbers) {
    const note = notes.get(label);
    if (!note) continue;
    const values = note.content.holes.map(fillerOf);
    items.push({ note, known, values });
  }
  const list = items.map(({ note, known, values }) => {
    const links = backlinks(known);
    const html = fill(
      note.content,
      note.content.holes.map((hole, at) => (hole.kind === 'backlinks' ? links : values[at]!)),
    );
    const shown = note.hasRawHtml ? clean(html) : html;
    return `<li id="fn:${known.number}">\n${shown}</li>\n`;
  });
  return `<section class="footnotes" role="doc-endnotes">\n<ol>\n${list.join('')}</ol>\n</section>\n`;
}

function backlinks({ number, references }: NoteNumber): string {
  return Array.from({ length: references }, (_, at) => {
    const place = at === 0 ? `${number}` : `${number}-${at + 1}`;
    const ordinal = at === 0 ? '' : `<sup>${at + 1}</sup>`;
    return `<a href="#${referenceId(number, at + 1)}" class="footnote-backref" role="doc-backlink" aria-label="Back to reference ${place}">↩\ufe0e${ordinal}</a>`;
  }).join(' ');
}
