import type { Essay, EssayId } from '#contract/essay.ts';
import type { EssayFacts, Shelf, Target } from '#contract/publishing.ts';
import { essayWith } from '../export/essayWith.ts';
import { targetWith } from '../publish/targetWith.ts';
import { documentOf } from './documents.ts';

/** An essay whose text is made as it is asked for, as a library reads it: what is held afterwards is the publisher's. */
export interface SiteEssay extends EssayFacts {
  readonly body: () => string;
}

/**
 * Essays of about 10 KB of prose and code, each with a title, tags and for some a series. The same at every call, and no
 * two the same: a page that was kept for one is none of another's.
 */
export function siteEssays(count: number): SiteEssay[] {
  const pieces = pieceTexts();
  return Array.from({ length: count }, (_, at) => {
    const slug = `essay-${at}`;
    const { body: _body, ...facts } = essayWith({
      id: slug as EssayId,
      slug,
      title: `Essay ${at}`,
      head: `head-${at}`,
      excerpt: `What came of the ${at}th attempt. It was not what we thought.`,
      tags: [`topic-${at % 40}`, `year-${2000 + (at % 25)}`],
      series: at % 10 < 3 ? `Series ${Math.floor(at / 10)}` : '',
      seriesPlace: at % 10 < 3 ? (at % 10) + 1 : null,
      status: 'published',
      publishedAt: new Date(Date.UTC(2000, 0, 1) + at * 86_400_000).toISOString(),
    });
    const piece = pieces[at % pieces.length]!;
    return { ...facts, body: () => `What came of the ${at}th attempt, *again*.\n\n${piece}` };
  });
}

/** An essay with its text. */
export function wholeEssay({ body, ...facts }: SiteEssay): Essay {
  return { ...facts, body: body() };
}

/** Where both are published to. */
export function siteTarget(folder: string): Target {
  return targetWith({
    folder,
    kind: 'site',
    author: 'Ada',
    baseUrl: 'https://example.com',
    site: { heading: 'A thousand essays', introduction: 'What breaks, and why.', template: '' },
  });
}

/** A shelf of essays as a library gives them: a copy of each as it is asked for. */
export function siteShelf(essays: readonly SiteEssay[]): Shelf {
  const byId = new Map(essays.map((essay) => [essay.id, essay]));
  return {
    essays: essays.map(({ body: _, ...facts }) => facts),
    read: (id) => wholeEssay(byId.get(id)!),
  };
}

/** Parts of a long document, cut between its sections. */
function pieceTexts(): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of documentOf(1_100_000).split(/\n\n(?=#)/)) {
    piece += `${part}\n\n`;
    if (piece.length < 9_000) continue;
    if (piece.length < 12_000) pieces.push(piece);
    piece = '';
  }
  return pieces;
}
