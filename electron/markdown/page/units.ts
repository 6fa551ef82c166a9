import type { LineAnchor } from '../types.ts';
import { bindUnits } from './bindUnits.ts';
import { fill } from './fragment.ts';
import type { PageBlock } from './pageBlock.ts';

/** A unit of the page wherever it stands. */
export interface PageUnit {
  readonly blocks: readonly PageBlock[];
  readonly lines: number;
  html: string;
  anchors: readonly LineAnchor[];
  isNew: boolean;
}

type Clean = (html: string) => string;

/** The units of these blocks in order. A unit of before whose blocks are the same is the same object. */
export function gatherUnits(blocks: readonly PageBlock[]): PageUnit[] {
  const units: PageUnit[] = [];
  let done = 0;
  for (const [from, to] of bindUnits(blocks.map(({ rendered }) => rendered.rawTags))) {
    for (; done < from; done++) units.push(unitOfOne(blocks[done]!));
    units.push(unitOfMany(blocks.slice(from, to)));
    done = to;
  }
  for (; done < blocks.length; done++) units.push(unitOfOne(blocks[done]!));
  return units;
}

/** Brings a unit up to date with its blocks; tells whether its HTML is another than before. */
export function refreshUnit(unit: PageUnit, clean: Clean): boolean {
  if (!unit.isNew && !unit.blocks.some((block) => block.isStale)) return false;
  const before = unit.html;
  const anchorsBefore = unit.anchors;
  const [only] = unit.blocks;
  if (unit.blocks.length === 1 && only!.rendered.rawTags === null) {
    unit.html = fill(only!.rendered.body, only!.values);
    unit.anchors = only!.rendered.body.anchors;
  } else Object.assign(unit, cleanUnit(unit.blocks, clean));
  unit.isNew = false;
  for (const block of unit.blocks) block.isStale = false;
  return unit.html !== before || unit.anchors !== anchorsBefore;
}

function unitOfOne(block: PageBlock): PageUnit {
  if (block.unit?.blocks.length !== 1) block.unit = newUnit([block], block.source.lines);
  return block.unit;
}

function unitOfMany(blocks: readonly PageBlock[]): PageUnit {
  const first = blocks[0]!;
  const known = first.unit;
  if (
    known?.blocks.length === blocks.length &&
    known.blocks.every((block, at) => block === blocks[at])
  ) {
    return known;
  }
  const lines = blocks.reduce((sum, { source }) => sum + source.lines, 0);
  first.unit = newUnit(blocks, lines);
  return first.unit;
}

function newUnit(blocks: readonly PageBlock[], lines: number): PageUnit {
  return { blocks, lines, html: '', anchors: [], isNew: true };
}

/** The cleaner keeps this attribute where its value looks like an id, so marks pass through it. */
const markAttribute = 'aria-labelledby';

function cleanUnit(
  blocks: readonly PageBlock[],
  clean: Clean,
): { html: string; anchors: LineAnchor[] } {
  const lines: Omit<LineAnchor, 'element'>[] = [];
  let line = 0;
  let raw = '';
  for (const { rendered, source, values } of blocks) {
    const { body } = rendered;
    const first = lines.length;
    const shift = line;
    if (body.marks) {
      for (const mark of body.marks) lines.push({ ...mark, line: mark.line + shift });
      raw += fill(body, values).replace(/ \0="(\d+)"/g, (_, mark) => markFor(first + Number(mark)));
    } else {
      // Anchors of a block without raw HTML have lost their marks; they are put back by element.
      raw += remark(fill(body, values), body.anchors, first);
      for (const anchor of body.anchors) lines.push({ ...anchor, line: anchor.line + shift });
    }
    line += source.lines;
  }
  return takeMarks(clean(raw), lines);
}

function markFor(mark: number): string {
  return ` ${markAttribute}="line:${mark}"`;
}

function remark(html: string, anchors: readonly LineAnchor[], first: number): string {
  const marks = new Map(anchors.map(({ element }, at) => [element, first + at]));
  let element = 0;
  return html.replace(/<[a-z][a-z0-9]*/g, (tag) => {
    const mark = marks.get(element++);
    return mark === undefined ? tag : tag + markFor(mark);
  });
}

function takeMarks(html: string, lines: readonly Omit<LineAnchor, 'element'>[]) {
  const anchors: LineAnchor[] = [];
  const placed = new Set<number>();
  let element = -1;
  const withoutMarks = html.replace(/<[a-z]| aria-labelledby="line:(\d+)"/g, (found, mark) => {
    if (mark === undefined) {
      element++;
      return found;
    }
    const { line, lines: count, kind } = lines[Number(mark)] ?? {};
    if (line !== undefined && !placed.has(Number(mark))) {
      anchors.push({ line, lines: count!, element, kind: kind! });
      placed.add(Number(mark));
    }
    return '';
  });
  return { html: endsInBreak(withoutMarks), anchors };
}

function endsInBreak(html: string): string {
  return html === '' || html.endsWith('\n') ? html : `${html}\n`;
}
