import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import { alerts } from './plugins/alerts.ts';
import { codeBlocks } from './plugins/codeBlocks.ts';
import { contents } from './plugins/contents.ts';
import { diagrams } from './plugins/diagrams.ts';
import { embeds } from './plugins/embeds.ts';
import { figures } from './plugins/figures.ts';
import { footnotes } from './plugins/footnotes.ts';
import { gfmAutolinks } from './plugins/gfmAutolinks.ts';
import { highlightCode } from './plugins/highlightCode.ts';
import { images } from './plugins/images.ts';
import { labels } from './plugins/labels.ts';
import { safeLinks, writtenLinks } from './plugins/links.ts';
import { math } from './plugins/math.ts';
import { plainTokens } from './plugins/plainTokens.ts';
import { rawHtml } from './plugins/rawHtml.ts';
import { strikethrough } from './plugins/strikethrough.ts';
import { cells } from './plugins/tables.ts';
import { taskLists } from './plugins/taskLists.ts';

/** What Longhand's Markdown has beyond CommonMark. */
export type Extension =
  | 'tables'
  | 'strikethrough'
  | 'autolinks'
  | 'tasks'
  | 'footnotes'
  | 'alerts'
  | 'figures'
  | 'math'
  | 'diagrams'
  | 'labels'
  | 'highlighting'
  | 'heading ids'
  | 'safe links'
  | 'safe images'
  | 'clean html';

/**
 * The parser behind every page: CommonMark, GFM and the studio's extensions. Its core rules start from block
 * tokens: splitting a source into blocks is `splitBlocks`' work. `without` is for comparing with the bare standard.
 * Nothing of a source stays in a parser, so there is one for all pages.
 */
export function parserFor(without: ReadonlySet<Extension> = nothing): MarkdownIt {
  if (without.size > 0) return createParser(without);
  whole ??= createParser(nothing);
  return whole;
}

const nothing: ReadonlySet<Extension> = new Set();
let whole: MarkdownIt | null = null;

function createParser(without: ReadonlySet<Extension>): MarkdownIt {
  const has = (extension: Extension) => !without.has(extension);
  const md = new MarkdownItParser({ html: true });
  md.core.ruler.disable(['normalize', 'block']);
  plainTokens(md);
  writtenLinks(md);
  if (has('safe links')) md.use(safeLinks);
  if (has('safe images')) md.use(images).use(embeds);
  if (has('tables')) md.use(cells);
  else md.disable('table');
  if (has('strikethrough')) md.use(strikethrough);
  else md.disable('strikethrough');
  if (has('footnotes')) md.use(footnotes);
  if (has('alerts')) md.use(alerts);
  if (has('tasks')) md.use(taskLists);
  if (has('figures')) md.use(figures);
  if (has('labels')) md.use(labels).use(contents);
  if (has('math')) md.use(math);
  if (has('autolinks')) md.use(gfmAutolinks);
  codeBlocks(md, has('highlighting') ? highlightCode : undefined);
  if (has('diagrams')) md.use(diagrams);
  if (has('clean html')) md.use(rawHtml);
  return md;
}
