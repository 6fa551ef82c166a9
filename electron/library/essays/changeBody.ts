import { StudioError } from '#contract/errors.ts';
import type { BodyChange, Saved } from '#contract/essay.ts';
import { editBody } from '../body/editBody.ts';
import { opening } from '../body/opening.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import type { EssayRecord } from './essayRecord.ts';
import { readRecord } from './readRecord.ts';

/**
 * Applies a change set to an essay's text. Once this returns, it is on the disk. Throws `conflict` when the
 * text was changed by someone else since `baseRevision` (changes of title, tags and the like do not
 * count), `invalid` when the changes do not fit it.
 */
export function changeBody(library: Library, change: BodyChange): Saved {
  return writing(library, () => {
    const record = readRecord(library, change.id);
    refuseConflict(record, change.baseRevision);
    const edited = editBody(library, record, change.changes);
    if (edited === null) return { revision: record.revision, savedAt: record.updated_at };
    const saved: Saved = {
      revision: record.revision + 1,
      savedAt: library.now().toISOString(),
    };
    statement(
      library.db,
      `UPDATE essay SET
         revision = :revision, body_revision = :revision, updated_at = :savedAt,
         words = :words, body_hash = :hash, opening = coalesce(:opening, opening)
       WHERE key = :key`,
    ).run({
      ...saved,
      key: record.key,
      words: edited.words,
      hash: edited.hash,
      opening: edited.beginning === null ? null : opening(edited.beginning),
    });
    return saved;
  });
}

function refuseConflict(record: EssayRecord, baseRevision: number): void {
  if (baseRevision >= record.body_revision && baseRevision <= record.revision) return;
  throw new StudioError(
    'conflict',
    `The text of “${record.title}” was changed elsewhere while you were writing.`,
    'Copy what you wrote since the last save, then open the essay again.',
  );
}
