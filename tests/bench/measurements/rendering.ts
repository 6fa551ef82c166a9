import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { parseFragment, serialize } from 'parse5';
import { highlightCode } from '#markdown/plugins/highlightCode.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { documentOf } from '../documents.ts';
import type { Effort, Figure } from '../figure.ts';
import { sizes } from '../libraries.ts';
import { median } from '../statistics.ts';

/** Rendering a long essay, against markdown-it with tables, footnotes, links, raw HTML and coloured code in turns. */
export async function rendering(effort: Effort): Promise<Figure[]> {
  const text = documentOf(sizes['1 MB']);
  const bare = bareMarkdownIt();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -2; round < effort.rounds * 2; round++) {
    const our = time(() => renderEssay(text).html);
    const their = time(() => bare.render(text));
    if (round < 0) continue;
    ours.push(our);
    theirs.push(their);
  }
  return [
    {
      name: 'render an essay of 1 MB',
      unit: 'ms',
      value: median(ours),
      beside: { name: 'markdown-it + parse5', value: median(theirs) },
      bound: { kind: 'ratio at most', value: 1.5 },
      detail: { ours, theirs },
    },
  ];
}

/** markdown-it with the plugins and the colouring that the studio has, and its raw HTML made safe as cheaply as can be without a DOM: parsed and written once. */
function bareMarkdownIt() {
  const bare = new MarkdownIt({ html: true, linkify: true, highlight: highlightCode }).use(
    footnote,
  );
  return { render: (text: string) => serialize(parseFragment(bare.render(text))) };
}

function time(work: () => string): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
