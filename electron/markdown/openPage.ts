import { cleanHtml } from './cleanHtml.ts';
import { cleanDrawings } from './diagrams/findDrawing.ts';
import type { Typeset } from './math/formula.ts';
import { createDefinitions } from './page/definitions.ts';
import { findProblems } from './page/findProblems.ts';
import { LiveBlocks } from './page/liveBlocks.ts';
import { isInvisible } from './page/pageBlock.ts';
import { gatherUnits, type PageUnit, refreshUnit } from './page/units.ts';
import { type Extension, parserFor } from './parser.ts';
import { readingMinutes } from './statistics.ts';
import type {
  Heading,
  LivePage,
  PagePatch,
  RenderedEssay,
  RenderOptions,
  SourceEdit,
  Statistics,
  Unit,
  UnitRun,
} from './types.ts';

export interface PageOptions extends RenderOptions {
  /** For comparing with the bare standard only. */
  readonly without?: ReadonlySet<Extension>;
}

/**
 * The page of a source, kept up to date edit by edit. An edit reads, renders and cleans again only the blocks it touches
 * and those that look up a definition it changes, whatever the length of the document. Line breaks of any kind become
 * `\n`: positions of edits are in that text. `typeset` is asked for each formula; `openLivePage` brings its own.
 */
export function openPage(source: string, typeset: Typeset, options: PageOptions = {}): LivePage {
  const drawings = cleanDrawings(options.diagram ?? (() => undefined));
  const cleaning = { ...options, isDrawing: drawings.isOne };
  const clean = (html: string) => cleanHtml(html, cleaning);
  const essay = openBlocks(typeset, { ...options, diagram: drawings.find }, clean);
  let units: readonly PageUnit[] = [];

  /** Carries out the edits; returns the units that show something else now. */
  function update(edits: readonly SourceEdit[]): ReadonlySet<PageUnit> {
    essay.edit(edits);
    units = gatherUnits(essay.blocks);
    return new Set(units.filter((unit) => refreshUnit(unit, clean)));
  }

  const text = withPlainBreaks(source);
  update([{ from: 0, to: 0, insert: text }]);
  let outline = outlineOf(essay);
  return {
    source: () => essay.text,
    page: () => pageOf(essay, units),
    problems: () => findProblems(essay, firstLine(essay), htmlOf(essay, units)),
    edit: (edits) => {
      const { footnotes } = essay.numbering;
      const before = { units, footnotes, outline };
      const changed = update(inOrder(essay.text, edits));
      outline = outlineOf(essay);
      return patchBetween(before, { essay, units, outline }, changed);
    },
  };
}

function openBlocks(
  typeset: Typeset,
  { image, diagram, without = new Set() }: PageOptions,
  clean: (html: string) => string,
): LiveBlocks {
  return new LiveBlocks(
    parserFor(without),
    createDefinitions({
      image: image ?? (() => undefined),
      diagram: diagram ?? (() => undefined),
      typeset,
    }),
    { hasHeadingIds: !without.has('heading ids'), isCleaned: !without.has('clean html') },
    clean,
  );
}

/** More edits at once than this are carried out as this many: each is a look through the whole page. */
const mostSeparateEdits = 32;

function inOrder(text: string, edits: readonly SourceEdit[]): readonly SourceEdit[] {
  const plain = edits.map((edit) => ({ ...edit, insert: withPlainBreaks(edit.insert) }));
  return plain.length <= mostSeparateEdits ? plain : joined(text, plain);
}

/** The same as fewer edits: those that stand closest together are joined over what lies between them. */
function joined(text: string, edits: readonly SourceEdit[]): readonly SourceEdit[] {
  const gapBefore = (at: number) => edits[at]!.from - edits[at - 1]!.to;
  const widest = [...edits.keys()]
    .slice(1)
    .sort((a, b) => gapBefore(b) - gapBefore(a))
    .slice(0, mostSeparateEdits - 1)
    .sort((a, b) => a - b);
  return [0, ...widest].map((start, place) => {
    const together = edits.slice(start, widest[place]);
    const { from } = together[0]!;
    let to = from;
    let insert = '';
    for (const edit of together) {
      insert += text.slice(to, edit.from) + edit.insert;
      to = edit.to;
    }
    return { from, to, insert };
  });
}

function withPlainBreaks(source: string): string {
  return source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
}

function pageOf(essay: LiveBlocks, units: readonly PageUnit[]): RenderedEssay {
  const placed = placeUnits(units, firstLine(essay));
  return {
    html: htmlOf(essay, units),
    units: placed,
    footnotes: essay.numbering.footnotes,
    outline: outlineOf(essay),
    statistics: statisticsOf(essay),
  };
}

function htmlOf({ numbering }: LiveBlocks, units: readonly PageUnit[]): string {
  return units.map(({ html }) => html).join('') + numbering.footnotes;
}

function patchBetween(
  before: {
    readonly units: readonly PageUnit[];
    readonly footnotes: string;
    readonly outline: readonly Heading[];
  },
  {
    essay,
    units,
    outline,
  }: {
    readonly essay: LiveBlocks;
    readonly units: readonly PageUnit[];
    readonly outline: readonly Heading[];
  },
  changed: ReadonlySet<PageUnit>,
): PagePatch {
  const startsAt = firstLine(essay);
  const placeBefore = placesIn(before.units, units);
  const runs: UnitRun[] = [];
  const touched: { index: number; unit: Unit }[] = [];
  let fresh: Unit[] = [];
  let next = 0;
  const replaceUpTo = (place: number) => {
    if (place > next || fresh.length > 0) runs.push({ from: next, to: place, units: fresh });
    fresh = [];
  };
  let line = startsAt;
  units.forEach((unit, index) => {
    const place = placeBefore(unit, index);
    if (place === undefined) fresh.push(placed(unit, line));
    else {
      replaceUpTo(place);
      next = place + 1;
      if (changed.has(unit)) touched.push({ index, unit: placed(unit, line) });
    }
    line += unit.lines;
  });
  replaceUpTo(before.units.length);
  return {
    runs,
    firstLine: startsAt,
    touched,
    footnotes: essay.numbering.footnotes === before.footnotes ? null : essay.numbering.footnotes,
    outline: sameHeadings(before.outline, outline) ? null : outline,
    statistics: statisticsOf(essay),
  };
}

/** Tells where a unit of `after` stood in `before`, if it did: units are never put in another order. */
function placesIn(before: readonly PageUnit[], after: readonly PageUnit[]) {
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after, prefix);
  const between = new Map<PageUnit, number>();
  for (let at = prefix; at < before.length - suffix; at++) between.set(before[at]!, at);
  return (unit: PageUnit, index: number): number | undefined => {
    if (index < prefix) return index;
    if (index >= after.length - suffix) return index - after.length + before.length;
    return between.get(unit);
  };
}

function commonPrefix(before: readonly PageUnit[], after: readonly PageUnit[]): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before[length] === after[length]) length++;
  return length;
}

function commonSuffix(
  before: readonly PageUnit[],
  after: readonly PageUnit[],
  prefix: number,
): number {
  const most = Math.min(before.length, after.length) - prefix;
  let length = 0;
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length++;
  return length;
}

function placeUnits(units: readonly PageUnit[], start: number): Unit[] {
  let line = start;
  return units.map((unit) => {
    const here = placed(unit, line);
    line += unit.lines;
    return here;
  });
}

function placed({ html, lines, anchors }: PageUnit, line: number): Unit {
  return { html, line, lines, anchors };
}

/** The line of the first block: the blank ones before it. */
function firstLine({ text, head }: LiveBlocks): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < head; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function outlineOf(essay: LiveBlocks): Heading[] {
  const outline: Heading[] = [];
  const opening = essay.blocks.find((block) => !isInvisible(block));
  let start = firstLine(essay);
  for (const block of essay.blocks) {
    for (const { level, text, line } of block.rendered.headings) {
      const id = essay.numbering.headingIds[outline.length]!;
      const heading = { level, text, id, line: start + line };
      const opens = block === opening && block.rendered.isHeading;
      outline.push(opens ? { ...heading, opens } : heading);
    }
    start += block.source.lines;
  }
  return outline;
}

function sameHeadings(one: readonly Heading[], other: readonly Heading[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((heading, index) => {
    const twin = other[index]!;
    return (
      heading.line === twin.line &&
      heading.text === twin.text &&
      heading.id === twin.id &&
      heading.level === twin.level &&
      heading.opens === twin.opens
    );
  });
}

function statisticsOf({ blocks }: LiveBlocks): Statistics {
  let words = 0;
  let characters = 0;
  for (const { rendered } of blocks) {
    words += rendered.words;
    characters += rendered.characters;
  }
  return { words, characters, minutes: readingMinutes(words) };
}
