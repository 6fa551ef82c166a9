import hljs from 'highlight.js';
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { languageNamed } from '#markdown/code/languages.ts';
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
      beside: { name: 'bare markdown-it', value: median(theirs) },
      bound: { kind: 'ratio at most', value: 1.5 },
      detail: { ours, theirs },
    },
  ];
}

/** As markdown-it's own documentation shows it, with the languages that the studio colours. */
function bareMarkdownIt() {
  const colours = (language: string) => languageNamed(language) && hljs.getLanguage(language);
  return new MarkdownIt({
    html: true,
    linkify: true,
    highlight: (code, language) =>
      colours(language) ? hljs.highlight(code, { language, ignoreIllegals: true }).value : '',
  }).use(footnote);
}

function time(work: () => string): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
