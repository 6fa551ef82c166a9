import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { targetKinds } from '#contract/publishing.ts';
import { piecesFor } from '#publish/plan/piecesFor.ts';
import { openReadings } from '#publish/plan/readings.ts';
import { renderHere } from '#publish/rendering/render.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { shelfOf, targetWith } from '../targetWith.ts';

const shelf = shelfOf(
  {
    slug: 'one',
    status: 'published',
    publishedAt: '2026-03-01T09:00:00.000Z',
    excerpt: 'What it cost.',
    tags: ['time', 'C++'],
    series: 'Night',
    seriesPlace: 1,
    canonicalUrl: 'https://example.com/one',
    coverImage: 'https://example.com/a.png',
    coverAlt: 'A clock',
    body: 'See [[two]], {braces} and `{{ code }}`.\n',
  },
  { slug: 'two', series: 'Night', body: 'It took a year.\n' },
);

/** A hash of all that a target is given by each preset; what is copied as it is aside. */
async function written(): Promise<Record<string, string>> {
  const parts = { ...readSiteParts('resources'), files: [] };
  const hashes: Record<string, string> = {};
  for (const kind of targetKinds) {
    const target = targetWith({ kind, baseUrl: 'https://example.com', author: 'Ada' });
    const { pieces } = piecesFor(target, shelf, [], { parts });
    const readings = openReadings(shelf, [], renderHere);
    const hash = createHash('sha256');
    for (const piece of pieces)
      hash.update(piece.path).update((await piece.make(readings)).content);
    hashes[pieces[0]!.preset] = hash.digest('hex').slice(0, 16);
  }
  return hashes;
}

test('a preset’s version is raised whenever its bytes change; then its hash changes with it', async () => {
  expect(await written()).toEqual({
    'astro/2': 'e7c29237c627bb4f',
    'devto/1': '5bf967fd840fb597',
    'eleventy/2': '60830f84cb355ebb',
    'ghost/1': '2477c9360e21ca49',
    'hashnode/2': 'fc86c3a7d5a90ad2',
    'hugo/2': '050bc12230157fe5',
    'jekyll/2': '066ada18c8007711',
    'markdown/1': '678e44db7b06bc12',
    'mdx/2': 'dc3c23ce5dc32df6',
    'medium/1': '182dccf197af97a8',
    'site/2': '777c1af4b3e5eddc',
  });
});
