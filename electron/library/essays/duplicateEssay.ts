import type { Essay, EssayId } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { writing } from '../transaction.ts';
import { insertEssay } from './insertEssay.ts';
import { readEssay } from './readEssay.ts';

/**
 * A copy of an essay to go on from: an unpublished draft with a slug of its own, no canonical URL, and
 * everything else it had, the front matter it came with included.
 */
export function duplicateEssay(library: Library, id: EssayId): Essay {
  return writing(library, () => {
    const { slug: _, origin, ...kept } = readEssay(library, id);
    const copy = insertEssay(
      library,
      {
        ...kept,
        title: `${kept.title} copy`.trimStart(),
        status: 'draft',
        publishedAt: null,
        canonicalUrl: '',
        createdAt: library.now().toISOString(),
        ...(origin !== null && { origin }),
      },
      'duplicated',
    );
    return readEssay(library, copy);
  });
}
