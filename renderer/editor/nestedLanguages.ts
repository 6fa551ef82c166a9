import { html } from '@codemirror/lang-html';
import { LanguageDescription, ParseContext } from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import type {
  Input,
  Parser,
  ParseWrapper,
  PartialParse,
  SyntaxNode,
  Tree,
  TreeFragment,
} from '@lezer/common';
import { type MarkdownConfig, parseCode } from '@lezer/markdown';
import { parsedInView } from './parsedInView.ts';

/**
 * Fenced blocks parsed by the language that they name, which is loaded when a fence first names it, once they come into
 * view, and tags as HTML. A text is gone through for them only where a change has made some anew: of a long one that
 * takes longer than the parse of the change itself.
 */
export const nestedLanguages: MarkdownConfig = { wrap: createNesting };

const { wrap: nest } = parseCode({
  codeParser,
  htmlParser: html({ matchClosingTags: false }).language.parser,
}) as { wrap: ParseWrapper };

/** Blocks parsed anew until a parse stops: a few ms of work. */
const blocksAtOnce = 200;

/** The nodes that `nest` looks into. */
const nested = new Set(['FencedCode', 'CodeBlock', 'HTMLBlock', 'HTMLTag', 'CommentBlock']);

/** Up to where nothing is left in a tree to be parsed by a language of its own: a parse may be stopped. */
const nestedUpTo = new WeakMap<Tree, number>();

/** A stretch of a text that a tree of before knows throughout, what is nested in it as well. */
type Known = Pick<TreeFragment, 'from' | 'to' | 'offset' | 'tree'>;

function codeParser(info: string): Parser | null {
  const name = /\S*/.exec(info)![0];
  const language = name ? LanguageDescription.matchLanguageName(languages, name, true) : null;
  if (!language) return null;
  const parser = language.support?.language.parser;
  return parser ? parsedInView(parser) : ParseContext.getSkippingParser(language.load());
}

/**
 * Parses Markdown with `parse`, then what is nested in it if that is needed. In an editor a long parse stops every so
 * often and goes on as another: a key lets go of what the parse under way has found, and keeps what those before did.
 */
function createNesting(
  parse: PartialParse,
  input: Input,
  fragments: readonly TreeFragment[],
  ranges: Parameters<ParseWrapper>[3],
): PartialParse {
  let step = parse;
  let isNesting = false;
  let blocks = 0;
  const isInEditor = ParseContext.get() !== null;
  const known = knownOf(fragments);
  const needsNesting = (tree: Tree) => ranges.length > 1 || newNodes(tree, known).some(hasNested);

  return {
    advance() {
      const tree = step.advance();
      if (!tree) {
        const isLong = isInEditor && !isNesting && ++blocks === blocksAtOnce;
        // A stop that was set before may lie behind already; it cannot be moved on.
        if (isLong && (step.stoppedAt ?? step.parsedPos) >= step.parsedPos) {
          step.stopAt(step.parsedPos);
        }
        return null;
      }
      if (!isNesting && needsNesting(tree)) {
        isNesting = true;
        const { stoppedAt } = step;
        step = nest(finished(tree), input, fragments, ranges);
        if (stoppedAt !== null) step.stopAt(stoppedAt);
        return null;
      }
      nestedUpTo.set(tree, (isNesting ? step.stoppedAt : null) ?? tree.length);
      return tree;
    },
    /**
     * While the Markdown is parsed, up to where what is nested is known: who stops the parse here, as each key does that
     * comes meanwhile, keeps all of it and does not wait for all the code in it.
     */
    get parsedPos() {
      return isNesting ? step.parsedPos : Math.min(step.parsedPos, knownFromStart(known));
    },
    get stoppedAt() {
      return step.stoppedAt;
    },
    stopAt: (position) => step.stopAt(position),
  };
}

function knownOf(fragments: readonly TreeFragment[]): Known[] {
  return fragments
    .map(({ from, to, offset, tree }) => {
      return { from, to: Math.min(to, (nestedUpTo.get(tree) ?? 0) - offset), offset, tree };
    })
    .filter(({ from, to }) => from < to);
}

/** Up to where a text is known from its start on. */
function knownFromStart([first]: readonly Known[]): number {
  return first?.from === 0 ? first.to : 0;
}

/** The document's children that were not taken over from the trees of before, where they came from no further parse. */
function newNodes(tree: Tree, known: readonly Known[]): SyntaxNode[] {
  const { topNode } = tree;
  const found: SyntaxNode[] = [];
  const isOld = (node: SyntaxNode) =>
    known.some(({ from, to, offset, tree: before }) => {
      if (from > node.from || to < node.to) return false;
      return stands(before, node.tree, node.from + offset);
    });
  for (const { from, to } of holes(known, tree.length)) {
    // Blocks beside a change are parsed again as well, as many as no longer end where they did.
    for (let node = topNode.childBefore(from); node && !isOld(node); node = node.prevSibling) {
      found.push(node);
    }
    for (let node = topNode.childAfter(from); node; node = node.nextSibling) {
      if (!isOld(node)) found.push(node);
      else if (node.from >= to) break;
    }
  }
  return found;
}

/**
 * Around the trees of before: what they do not cover, and where two of them meet after a deletion. Nothing may have
 * changed there, at the text's ends for one; what is old says so by itself.
 */
function holes(known: readonly Known[], end: number): { from: number; to: number }[] {
  const ends = [0, ...known.map(({ to }) => to)];
  const starts = [...known.map(({ from }) => from), end];
  return ends.map((from, at) => ({ from, to: starts[at]! }));
}

/** Whether a tree has the very node at a position. */
function stands(tree: Tree, node: Tree | null, position: number): boolean {
  for (let at: SyntaxNode | null = tree.resolve(position, 1); at; at = at.parent) {
    if (node && at.tree === node && at.from === position) return true;
  }
  return false;
}

function hasNested(node: SyntaxNode): boolean {
  const { tree } = node;
  if (!tree) return true;
  let found = false;
  tree.iterate({
    enter: ({ name }) => {
      found ||= nested.has(name);
      return !found;
    },
  });
  return found;
}

/** A parse that has come to its end. */
function finished(tree: Tree): PartialParse {
  return { advance: () => tree, parsedPos: tree.length, stoppedAt: null, stopAt: () => {} };
}
