import type { Essay, EssayFields, EssayId } from '#contract/essay.ts';
import { readFields } from '#markdown/frontMatter/readFields.ts';

/** The fields of an essay about which nothing was said. */
export const unsaidFields: EssayFields = {
  title: '',
  slug: '',
  excerpt: '',
  tags: [],
  series: '',
  seriesPlace: null,
  status: 'draft',
  language: 'en',
  createdAt: '2024-01-01T00:00:00Z',
  publishedAt: null,
  canonicalUrl: '',
  coverImage: '',
  coverAlt: '',
};

/** An essay for tests that need no library. */
export function essayWith(fields: Partial<EssayFields>, more: Partial<Essay> = {}): Essay {
  return {
    ...unsaidFields,
    ...fields,
    id: '00000000-0000-4000-8000-000000000000' as EssayId,
    revision: 1,
    head: '',
    updatedAt: '2024-01-01T00:00:00Z',
    trashedAt: null,
    slugIsSet: true,
    frontMatter: '',
    origin: null,
    body: 'Body\n',
    ...more,
  };
}

/** An essay imported with a front matter, then changed. */
export function importedEssay(frontMatter: string, changes: Partial<EssayFields> = {}): Essay {
  const baseline = { ...unsaidFields, ...readFields(frontMatter).fields };
  const origin = { fileName: 'a.md', encoding: 'utf-8', baseline };
  return essayWith({ ...baseline, ...changes }, { frontMatter, origin });
}
