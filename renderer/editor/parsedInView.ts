import { ParseContext } from '@codemirror/language';
import {
  type Input,
  NodeType,
  Parser,
  type PartialParse,
  Tree,
  type TreeFragment,
} from '@lezer/common';

type Ranges = Parameters<Parser['createParse']>[2];

/**
 * A language as it is parsed in an editor: what is out of view there is left plain, and parsed when it comes into view.
 * Nobody waits for the code of a whole essay then. Outside an editor everything is parsed.
 */
export function parsedInView(parser: Parser): Parser {
  const known = parsers.get(parser);
  if (known) return known;
  const made = new ParserInView(parser);
  parsers.set(parser, made);
  return made;
}

/** Trees of before are found again by the parser that made them. */
const parsers = new WeakMap<Parser, Parser>();

class ParserInView extends Parser {
  private readonly parser: Parser;

  constructor(parser: Parser) {
    super();
    this.parser = parser;
  }

  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: Ranges,
  ): PartialParse {
    const from = ranges[0]!.from;
    const { to } = ranges.at(-1)!;
    const context = ParseContext.get();
    const isInView = !context || (from < context.viewport.to && to > context.viewport.from);
    return isInView
      ? this.parser.startParse(input, fragments, ranges)
      : leftPlain(context, from, to);
  }
}

function leftPlain(context: ParseContext, from: number, to: number): PartialParse {
  return {
    advance() {
      context.skipUntilInView(from, to);
      return new Tree(NodeType.none, [], [], to - from);
    },
    parsedPos: from,
    stoppedAt: null,
    stopAt: () => {},
  };
}
