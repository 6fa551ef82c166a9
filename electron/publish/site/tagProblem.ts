import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** Something about a page's tags that browsers would each mend in a way of their own. */
export interface TagProblem {
  /** From 1. */
  readonly line: number;
  /** A clause. */
  readonly what: string;
}

type Node = DefaultTreeAdapterTypes.Node;

/** The first tag of a page that is not closed, closes nothing, or is no tag at all; null when all is well. */
export function tagProblem(html: string): TagProblem | null {
  const problems: (TagProblem & { at: number })[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startOffset }) => {
      problems.push({ at: startOffset, line: startLine, what: code.replaceAll('-', ' ') });
    },
  });
  const closing = new Set<number>();
  const texts: { from: number; to: number }[] = [];
  const walk = (node: Node): void => {
    const place = node.sourceCodeLocation;
    if ('tagName' in node && place && 'startTag' in place) {
      if (place.endTag) closing.add(place.endTag.startOffset);
      else if (place.startTag && !mayStayOpen.has(node.tagName)) {
        const { startOffset, startLine } = place.startTag;
        problems.push({
          at: startOffset,
          line: startLine,
          what: `<${node.tagName}> is not closed`,
        });
      }
      if (node.tagName === 'script' || node.tagName === 'style') {
        texts.push({ from: place.startTag?.endOffset ?? 0, to: place.endTag?.startOffset ?? 0 });
      }
    } else if (node.nodeName === '#comment' && place) {
      texts.push({ from: place.startOffset, to: place.endOffset });
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(document);
  for (const { index, 0: tag } of html.matchAll(/<\/[a-z][^<>]*>/gi)) {
    const isText = texts.some(({ from, to }) => index >= from && index < to);
    if (isText || closing.has(index)) continue;
    const line = html.slice(0, index).split('\n').length;
    problems.push({ at: index, line, what: `${tag} closes nothing` });
  }
  return problems.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Void elements, and those whose end tag HTML lets a page leave out. */
const mayStayOpen = new Set(
  'area base br col embed hr img input link meta source track wbr html head body p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
);
