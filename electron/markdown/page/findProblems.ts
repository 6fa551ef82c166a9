import type { Problem } from '../types.ts';
import { notesAskedFor } from './definitions.ts';
import type { LiveBlocks } from './liveBlocks.ts';
import type { Numbering } from './numberPage.ts';
import type { PageBlock } from './pageBlock.ts';

/**
 * What is wrong in an essay, by line: formulas that cannot be shown, references, footnotes and links to places in the
 * page that lead nowhere, footnotes that nothing refers to, and ids given twice. `html` is the page.
 */
export function findProblems(essay: LiveBlocks, firstLine: number, html: string): Problem[] {
  const problems: Problem[] = [];
  const defined = new Set(essay.blocks.flatMap(({ source }) => source.notes ?? []));
  const given = new Set<string>();
  const isThere = placesIn(essay, html);
  let line = firstLine;
  let at = essay.head;
  for (const block of essay.blocks) {
    const source = () => essay.text.slice(at, at + block.source.chars);
    const found = isPlain(block)
      ? []
      : [
          ...block.rendered.problems,
          ...crossReferences(block, essay.numbering),
          ...givenTwice(block, given),
          ...anchors(block, isThere),
          ...notes(block, source, defined, essay.numbering.shownNotes),
        ];
    for (const problem of found.sort((a, b) => a.line - b.line)) {
      problems.push({ ...problem, line: line + problem.line });
    }
    line += block.source.lines;
    at += block.source.chars;
  }
  return problems;
}

/** Whether a block has nothing that could be wrong, as most have. */
function isPlain({ rendered, names, source }: PageBlock): boolean {
  const { problems, body, headings, notes, anchors } = rendered;
  const things = problems.length + body.holes.length + headings.length + notes.length;
  return things + anchors.length === 0 && names === null && source.notes === null;
}

function crossReferences({ rendered }: PageBlock, { places }: Numbering): Problem[] {
  return [rendered.body, ...rendered.notes.map(({ content }) => content)]
    .flatMap(({ holes }) => holes)
    .flatMap((hole) =>
      hole.kind === 'cross-reference' && !places.has(hole.label)
        ? [problem('reference', hole.line, `@${hole.label}`, 'nothing has this label')]
        : [],
    );
}

function givenTwice({ rendered }: PageBlock, given: Set<string>): Problem[] {
  const all = [
    ...rendered.headings.map(({ id, line }) => ({ label: id, line })),
    ...rendered.targets,
  ];
  return all.flatMap(({ label, line }) => {
    if (label === undefined) return [];
    if (given.has(label)) return [problem('label', line, `{#${label}}`, 'it is given twice')];
    given.add(label);
    return [];
  });
}

function anchors({ rendered }: PageBlock, isThere: (id: string) => boolean): Problem[] {
  return rendered.anchors.flatMap(({ href, line }) =>
    isThere(decoded(href.slice(1))) ? [] : [problem('anchor', line, href, 'no place is called so')],
  );
}

function placesIn({ numbering, blocks }: LiveBlocks, html: string): (id: string) => boolean {
  const ids = new Set([...numbering.headingIds, ...numbering.places.keys(), '', 'top']);
  let isRead = false;
  return (id) => {
    if (ids.has(id)) return true;
    // Raw HTML may have any id, and so may what comes twice; the page itself knows.
    if (!isRead && blocks.length > 0) {
      for (const [, written] of html.matchAll(/ id="([^"]*)"/g)) ids.add(written!);
    }
    isRead = true;
    return ids.has(id);
  };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Marks of footnotes in a source; what stands before a colon at the start of a line defines one. */
const mark = /\[\^([^\s[\]]+)\]/g;

function notes(
  block: PageBlock,
  source: () => string,
  defined: ReadonlySet<string>,
  shown: ReadonlySet<string>,
): Problem[] {
  const missing = new Set(notesAskedFor(block.names).filter((label) => !defined.has(label)));
  const unused = new Set(block.source.notes?.filter((label) => !shown.has(label)));
  if (missing.size === 0 && unused.size === 0) return [];
  const text = source();
  const found: Problem[] = [];
  let line = 0;
  let counted = 0;
  for (const { 0: what, 1: label, index } of text.matchAll(mark)) {
    line += text.slice(counted, index).split('\n').length - 1;
    counted = index;
    const name = comparable(label!);
    if (missing.has(name)) {
      found.push(problem('footnote', line, what, 'no footnote has this label'));
    } else if (unused.has(name) && text[index + what.length] === ':') {
      found.push(problem('footnote', line, what, 'nothing refers to it'));
    }
  }
  return found;
}

/** A label as CommonMark compares them, near enough to find its line. */
function comparable(label: string): string {
  return label.toLowerCase().toUpperCase();
}

function problem(kind: Problem['kind'], line: number, what: string, reason: string): Problem {
  return { kind, line, what, reason };
}
