import type { MarkdownIt, Token } from 'markdown-it';
import type { FindDrawing } from '../diagrams/findDrawing.ts';
import type { FindImage } from '../images/pageImage.ts';
import type { Typeset } from '../math/formula.ts';
import { labelOf } from '../plugins/footnotes.ts';
import { givenId } from '../plugins/labels.ts';
import { rawTagsOf } from '../plugins/rawHtml.ts';
import { countCharacters, countWords } from '../statistics.ts';
import type { Heading, Problem } from '../types.ts';
import { type AnchorLink, anchorLinks } from './anchorLinks.ts';
import type { BlockEnv, Hole, MarkedLines, Target } from './blockEnv.ts';
import { type Fragment, holeText, markText, toFragment } from './fragment.ts';
import { headingSlug, headingText, visibleText } from './headingText.ts';
import { markLines } from './markLines.ts';
import { placeInlines } from './placeInlines.ts';
import type { RawTag } from './readRawHtml.ts';
import type { BlockTokens, Reference } from './splitBlocks.ts';

/** A heading before the document gives it an id that is its own. */
interface BlockHeading {
  readonly level: Heading['level'];
  readonly text: string;
  readonly slug: string;
  /** The id that is written for it. */
  readonly id: string | undefined;
  /** Counted from the block's first line. */
  readonly line: number;
}

export interface Note {
  readonly label: string;
  readonly content: Fragment;
  readonly hasRawHtml: boolean;
}

/** Something that can be referred to, with its line counted from the block's first. */
interface PlacedTarget {
  readonly target: Target;
  readonly label: string;
  readonly line: number;
}

/** All that a block says, given the document's definitions. */
export interface RenderedBlock {
  readonly body: Fragment;
  /** Tags of raw HTML in the body, in order; null when it has none and so is clean by construction. */
  readonly rawTags: readonly RawTag[] | null;
  readonly notes: readonly Note[];
  readonly headings: readonly BlockHeading[];
  /** What can be referred to, in the order of the page, then of the notes. */
  readonly targets: readonly PlacedTarget[];
  /** Links to places in the page itself. */
  readonly anchors: readonly AnchorLink[];
  /** Whether the block is a heading. */
  readonly isHeading: boolean;
  readonly words: number;
  readonly characters: number;
  /** What is wrong in the block by itself, lines counted from its first. */
  readonly problems: readonly Problem[];
}

/** What a block may look up in the document. */
export interface Definitions {
  readonly references: Readonly<Record<string, Reference>>;
  readonly isNote: (label: string) => boolean;
  readonly image: FindImage;
  readonly diagram: FindDrawing;
  readonly typeset: Typeset;
}

/** What of the studio's own a block is rendered with. */
export interface BlockOptions {
  readonly hasHeadingIds: boolean;
  readonly isCleaned: boolean;
}

/** Reads a block's inline text and renders it. Uses up the block's tokens. */
export function renderBlock(
  md: MarkdownIt,
  block: BlockTokens,
  definitions: Definitions,
  options: BlockOptions,
): RenderedBlock {
  const holes: Hole[] = [];
  const marks: MarkedLines[] = [];
  const problems: Problem[] = [];
  const addMark = (mark: MarkedLines) => marks.push(mark) - 1;
  const env: BlockEnv = {
    ...definitions,
    notes: [],
    hole: (hole) => {
      const line = 'line' in hole ? { line: hole.line - block.firstLine } : {};
      return holeText(holes.push({ ...hole, ...line }) - 1);
    },
    mark: (mark) => markText(addMark({ ...mark, line: mark.line - block.firstLine })),
    report: (problem) => problems.push({ ...problem, line: problem.line - block.firstLine }),
  };
  const state = new md.core.State('', md, env);
  state.tokens = block.tokens;
  md.core.process(state);

  placeInlines(state.tokens);
  const { body, notes } = takeNotes(state.tokens);
  const headings = readHeadings(body, block.firstLine, options.hasHeadingIds ? env : null);
  const statistics = countProse(state.tokens);
  markLines(body, block.firstLine, (lines) => ['\0', String(addMark(lines))]);
  const rawTags = options.isCleaned ? rawTagsIn(body) : null;
  const html = md.renderer.render(body, md.options, env);
  const fragment = toFragment(html, holes, marks, rawTags !== null);
  const renderedNotes = notes.map((note) => renderNote(md, note, env, holes, options.isCleaned));
  return {
    body: fragment,
    rawTags,
    notes: renderedNotes,
    headings,
    targets: holes.length === 0 ? [] : targetsIn([fragment, ...contentsOf(renderedNotes)]),
    anchors: anchorLinks(state.tokens, block.firstLine),
    isHeading: body[0]?.type === 'heading_open',
    ...statistics,
    problems,
  };
}

/** Parts the tokens of footnote definitions, wherever they stand, from those of the body. */
function takeNotes(tokens: readonly Token[]) {
  if (!tokens.some((token) => token.type === 'footnote_open')) {
    return { body: tokens as Token[], notes: [] };
  }
  const body: Token[] = [];
  const notes: { label: string; tokens: Token[] }[] = [];
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      const note = { label: labelOf(token), tokens: [] };
      notes.push(note);
      open.push(note.tokens);
    } else if (token.type === 'footnote_close') open.pop();
    else (open.at(-1) ?? body).push(token);
  }
  return { body, notes };
}

function contentsOf(notes: readonly Note[]): Fragment[] {
  return notes.map(({ content }) => content);
}

function targetsIn(fragments: readonly Fragment[]): PlacedTarget[] {
  return fragments
    .flatMap(({ holes }) => holes)
    .flatMap((hole) =>
      hole.kind === 'id'
        ? [{ target: hole.target, label: hole.target.label, line: hole.line }]
        : [],
    );
}

function readHeadings(tokens: readonly Token[], firstLine: number, env: BlockEnv | null) {
  const headings: BlockHeading[] = [];
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    const text = headingText(tokens[at + 1]?.children ?? []);
    const level = Number(token.tag.slice(1)) as Heading['level'];
    if (env) token.attrSet('id', env.hole({ kind: 'heading', heading: headings.length }));
    const line = (token.map?.[0] ?? firstLine) - firstLine;
    headings.push({ level, text, slug: headingSlug(text), id: givenId(token), line });
  });
  return headings;
}

function countProse(tokens: readonly Token[]): { words: number; characters: number } {
  let words = 0;
  let characters = 0;
  for (const token of tokens) {
    if (token.type !== 'inline' && token.type !== 'html_block') continue;
    let text = '';
    if (token.type === 'inline') for (const child of token.children!) text += visibleText(child);
    else text = token.content.replace(/<!--[\s\S]*?-->|<[^<>]*>/g, ' ').trim();
    words += countWords(text);
    characters += countCharacters(text);
  }
  return { words, characters };
}

function rawTagsIn(tokens: readonly Token[]): RawTag[] | null {
  const raw: RawTag[] = [];
  let found = false;
  const read = (token: Token) => {
    if (token.type !== 'html_block' && token.type !== 'html_inline') return;
    found = true;
    for (const tag of rawTagsOf(token)) raw.push(tag);
  };
  for (const token of tokens) {
    read(token);
    for (const child of token.children ?? []) read(child);
  }
  return found ? raw : null;
}

/** A definition's content, its links back at the end of its last paragraph or after it. */
function renderNote(
  md: MarkdownIt,
  note: { label: string; tokens: Token[] },
  env: BlockEnv,
  holes: readonly Hole[],
  isCleaned: boolean,
): Note {
  const { tokens, label } = note;
  const hasRawHtml = isCleaned && rawTagsIn(tokens) !== null;
  const back = env.hole({ kind: 'backlinks' });
  let html: string;
  if (tokens.at(-1)?.type === 'paragraph_close') {
    const start = md.renderer.render(tokens.slice(0, -1), md.options, env);
    html = `${start} ${back}</p>\n`;
  } else html = `${md.renderer.render(tokens, md.options, env)}<p>${back}</p>\n`;
  return { label, content: toFragment(html, holes, [], false), hasRawHtml };
}
