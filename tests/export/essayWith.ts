import type { Essay, EssayId } from '#contract/essay.ts';

/** An essay as the library gives it, with what a test says about it. */
export function essayWith(said: Partial<Essay> = {}): Essay {
  return {
    id: '7f6a2f3e-0000-4000-8000-000000000001' as EssayId,
    revision: 1,
    head: '',
    title: 'The Cost of Moving',
    slug: 'the-cost-of-moving',
    slugIsSet: false,
    excerpt: '',
    tags: [],
    series: '',
    seriesPlace: null,
    status: 'draft',
    language: 'en',
    createdAt: '2026-03-01T09:00:00.000Z',
    updatedAt: '2026-03-31T18:30:00.000Z',
    publishedAt: null,
    trashedAt: null,
    canonicalUrl: '',
    coverImage: '',
    coverAlt: '',
    frontMatter: '',
    origin: null,
    body: 'It took a year.\n',
    ...said,
  };
}
