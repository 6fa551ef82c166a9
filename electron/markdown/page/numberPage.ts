import { fill } from './fragment.ts';
import type { PageBlock } from './pageBlock.ts';
import type { Note, RenderedBlock } from './renderBlock.ts';

/** What only the whole document can tell: ids and numbers. */
export interface Numbering {
  /** The ids of all headings, in order. */
  readonly headingIds: readonly string[];
  /** The footnotes' section, '' without footnotes. */
  readonly footnotes: string;
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
  const nextId = idGiver();
  const headingIds: string[] = [];
  const numbers = new Map<string, NoteNumber>();
  const refer = (label: string) => {
    const known = numbers.get(label) ?? { number: numbers.size + 1, references: 0 };
    numbers.set(label, known);
    known.references++;
    return reference(known);
  };
  for (const block of blocks) {
    const ids = block.rendered.headings.map(({ slug }) => nextId(slug));
    for (const id of ids) headingIds.push(id);
    const { holes } = block.rendered.body;
    if (holes.length === 0) continue;
    const values = holes.map((hole) => {
      if (hole.kind === 'heading') return ids[hole.heading]!;
      return hole.kind === 'reference' ? refer(hole.label) : '';
    });
    if (block.isStale || values.some((value, at) => value !== block.values[at])) {
      block.values = values;
      block.isStale = true;
    }
  }
  return { headingIds, footnotes: renderNotes(notes, numbers, refer, clean) };
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
  refer: (label: string) => string,
  clean: (html: string) => string,
): string {
  if (numbers.size === 0) return '';
  const items: { note: Note; known: NoteNumber; values: string[] }[] = [];
  // A map goes on to entries that are added while it is walked.
  for (const [label, known] of numbers) {
    const note = notes.get(label);
    if (!note) continue;
    const values = note.content.holes.map((hole) =>
      hole.kind === 'reference' ? refer(hole.label) : '',
    );
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
