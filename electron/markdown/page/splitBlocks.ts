import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import { mayOpenMath } from '../plugins/math.ts';
import type { BlockEnv } from './blockEnv.ts';

/** A link reference definition. */
export interface Reference {
  readonly title: string;
  readonly href: string;
}

/** A top-level block as its source says, before anything inline is read. */
export interface SourceBlock {
  /** The block's source with the blank lines up to the next block: its UTF-16 units and its lines. */
  readonly chars: number;
  readonly lines: number;
  /** Whether a blank line follows it. */
  readonly isFollowedByGap: boolean;
  /** It ended where it does only because of what follows, as a definition without a title: an edit below may still change it. */
  readonly looksAhead: boolean;
  readonly references: ReadonlyMap<string, Reference> | null;
  readonly notes: readonly string[] | null;
}

/** A block as markdown-it's block rules read it. */
export interface BlockTokens {
  readonly tokens: Token[];
  /** The line of the text it was read from that is the block's first. */
  readonly firstLine: number;
}

/**
 * Reads the top-level blocks of `text` in order, blank lines before the first one aside, until `take` returns false.
 * Where the text `isCut`, more source follows it, and the reading stops before a block that might depend on that.
 */
export function splitBlocks(
  md: MarkdownIt,
  text: string,
  isCut: boolean,
  take: (block: SourceBlock, tokens: BlockTokens, start: number) => boolean,
): void {
  const state = new md.block.State(text, md, {}, []);
  const rules = md.block.ruler.getRules('');
  let line = state.skipEmptyLines(0);
  while (line < state.lineMax) {
    const env = definitionsEnv();
    state.env = env;
    state.tokens = [];
    state.line = line;
    rules.some((rule) => rule(state, line, state.lineMax, false));
    const end = state.line;
    const next = state.skipEmptyLines(end);
    const looksAhead = triedTitleBelow(state, end) || triedMathBelow(state, line, end);
    if (isCut && !isSettled(state, next, looksAhead)) return;
    const start = state.bMarks[line]!;
    const block: SourceBlock = {
      chars: (next < state.lineMax ? state.bMarks[next]! : text.length) - start,
      lines: next - line,
      isFollowedByGap: next > end,
      looksAhead,
      references: env.references ? new Map(Object.entries(env.references)) : null,
      notes: env.notes.length > 0 ? env.notes : null,
    };
    if (!take(block, { tokens: state.tokens, firstLine: line }, start)) return;
    line = next;
  }
}

function definitionsEnv(): Pick<BlockEnv, 'notes' | 'references'> & Record<string, unknown> {
  return { notes: [] };
}

/** A definition without a title looks for one on the next line; a quotation mark there starts it, and its end may be anywhere below. */
function triedTitleBelow(state: StateBlock, end: number): boolean {
  if (state.tokens[0]?.type !== 'reference_definition') return false;
  if (end >= state.lineMax || state.isEmpty(end)) return false;
  const first = state.src[state.bMarks[end]! + state.tShift[end]!];
  return first === '"' || first === "'" || first === '(';
}

/** A `$$` that opens no formula looked for one that closes it, down to the next empty line. */
function triedMathBelow(state: StateBlock, line: number, end: number): boolean {
  if (end >= state.lineMax || state.isEmpty(end) || state.tokens[0]?.type === 'math_block') {
    return false;
  }
  return mayOpenMath(state.src.slice(state.bMarks[line], state.eMarks[end - 1]));
}

/** Whether no line after the text could have made the block before line `next` another one: rules read two lines past a block's end, a title or a formula the whole paragraph. */
function isSettled(state: StateBlock, next: number, looksAhead: boolean): boolean {
  if (!looksAhead) return next + 2 < state.lineMax;
  let line = next;
  while (line < state.lineMax && !state.isEmpty(line)) line++;
  return line < state.lineMax;
}
