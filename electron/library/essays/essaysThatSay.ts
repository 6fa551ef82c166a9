import type { EssayId } from '#contract/essay.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';

/** The essays, those in the trash included, whose text has a word of ASCII in it, in whatever case. */
export function essaysThatSay(library: Library, word: string): EssayId[] {
  return reading(library, () =>
    statement<EssayId>(
      library.db,
      `SELECT DISTINCT id FROM body_piece JOIN essay ON key = essay_key
       WHERE instr(lower(text), ?) > 0`,
    )
      .pluck()
      .all(word),
  );
}
