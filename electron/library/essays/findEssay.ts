import { StudioError } from '#contract/errors.ts';
import type { Essay, EssayId } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { readEssay } from './readEssay.ts';

/** The essay of this slug, however its case is written, in the trash or not. Throws `not-found` and `damaged`. */
export function findEssay(library: Library, slug: string): Essay {
  return reading(library, () => readEssay(library, findEssayId(library, slug)));
}

/** The id of the essay of this slug. Throws `not-found`. */
export function findEssayId(library: Library, slug: string): EssayId {
  const id = statement<EssayId>(library.db, 'SELECT id FROM essay WHERE slug = ?')
    .pluck()
    .get(slug.normalize('NFC').toLowerCase().normalize('NFC'));
  if (id === undefined) {
    throw new StudioError(
      'not-found',
      `No essay in the library has the slug “${slug}”.`,
      'List the essays to see their slugs.',
    );
  }
  return id;
}
