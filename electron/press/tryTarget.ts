import type { EssayId } from '#contract/essay.ts';
import type { EssayFacts, Target } from '#contract/publishing.ts';
import { piecesFor } from '#publish/plan/piecesFor.ts';
import { openReadings } from '#publish/plan/readings.ts';
import { renderHere } from '#publish/rendering/render.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';

/**
 * Makes the files of one essay for a target, and writes none, so that settings which cannot work are refused when they
 * are made: an address that is none, keys that collide, a template that breaks. Throws `invalid` and `not-found`.
 */
export async function tryTarget(target: Target, resources: string): Promise<void> {
  const template = target.site.template || undefined;
  const parts = target.kind === 'site' ? { parts: readSiteParts(resources, template) } : {};
  const { body: _, ...facts } = sample;
  const shelf = { essays: [facts], read: () => sample };
  const { pieces } = piecesFor(target, shelf, [], parts);
  const readings = openReadings(shelf, [], renderHere);
  for (const piece of pieces) await piece.make(readings);
}

/** Says something of every field, so that every key is written. */
const sample: EssayFacts & { readonly body: string } = {
  id: '00000000-0000-4000-8000-000000000000' as EssayId,
  revision: 1,
  head: '',
  title: 'A title',
  slug: 'a-title',
  slugIsSet: false,
  excerpt: 'An excerpt.',
  tags: ['tag'],
  series: 'A series',
  seriesPlace: 1,
  status: 'published',
  language: 'en',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  publishedAt: '2026-01-01T00:00:00.000Z',
  trashedAt: null,
  canonicalUrl: 'https://example.com/a-title',
  coverImage: 'https://example.com/cover.png',
  coverAlt: 'A cover',
  frontMatter: '',
  origin: null,
  body: 'Words.\n',
};
