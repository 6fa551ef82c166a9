import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import { append } from '../journal/append.ts';
import type { Library } from '../library.ts';
import { removeKeptPages } from '../pages/pageFile.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import type { EssayRecord } from './essayRecord.ts';

/** Puts essays in the trash; what is there already stays as it is. */
export function trashEssays(library: Library, ids: readonly EssayId[]): void {
  move(library, ids, true);
}

/** Takes essays out of the trash; what is not in it stays as it is. */
export function restoreEssays(library: Library, ids: readonly EssayId[]): void {
  move(library, ids, false);
}

/** Deletes essays from the trash, all or none. Throws `invalid` when one is not in it. */
export function deleteEssaysForGood(library: Library, ids: readonly EssayId[]): void {
  writing(library, () => {
    const chosen = JSON.stringify(ids);
    const kept = statement<string>(
      library.db,
      `SELECT title FROM essay
       WHERE id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL
       LIMIT 1`,
    )
      .pluck()
      .get(chosen);
    if (kept !== undefined) {
      throw new StudioError(
        'invalid',
        `“${kept}” is not in the trash, so nothing was deleted.`,
        'Move it to the trash first.',
      );
    }
    statement(library.db, 'DELETE FROM essay WHERE id IN (SELECT value FROM json_each(?))').run(
      chosen,
    );
  });
  removeKeptPages(library);
}

function move(library: Library, ids: readonly EssayId[], trashed: boolean): void {
  writing(library, () => {
    const now = library.now();
    const moving = statement<EssayRecord>(
      library.db,
      `SELECT * FROM essay
       WHERE id IN (SELECT value FROM json_each(?)) AND (trashed_at IS NULL) = ?`,
    ).all(JSON.stringify(ids), trashed ? 1 : 0);
    const put = statement(
      library.db,
      'UPDATE essay SET trashed_at = ?, revision = revision + 1 WHERE key = ?',
    );
    for (const essay of moving) {
      put.run(trashed ? now.toISOString() : null, essay.key);
      append(library, essay, { at: now.getTime(), trashed }, essay.body_hash);
    }
  });
}
