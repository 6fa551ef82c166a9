import { StudioError } from '#contract/errors.ts';
import type { BodyChange, Saved } from '#contract/essay.ts';
import type { Step } from '#contract/history.ts';
import { editBody } from '../body/editBody.ts';
import { opening } from '../body/opening.ts';
import { append } from '../journal/append.ts';
import { packWhenLong } from '../journal/pack.ts';
import { toSteps } from '../journal/steps.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import type { EssayRecord } from './essayRecord.ts';
import { readRecord } from './readRecord.ts';

/**
 * Applies changes to an essay's text and adds them to its history. Once this returns, both are on the disk.
 * Throws `conflict` when the text was changed by someone else since `baseRevision` (changes of title, tags and
 * the like do not count), `invalid` when the changes do not fit it.
 */
export function changeBody(library: Library, change: BodyChange): Saved {
  return writing(library, () => {
    const record = readRecord(library, change.id);
    refuseConflict(record, change.baseRevision);
    const now = library.now();
    const steps = toSteps(change.steps, now.getTime());
    const saved: Saved = { revision: record.revision + 1, savedAt: now.toISOString() };
    const changes = change.steps.map((step) => step.changes);
    const edited = editBody(library, record, changes, saved.revision);
    if (steps.length === 0) return { revision: record.revision, savedAt: record.updated_at };
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
    const text = edited.halves.length === 0 ? steps : [...steps, mended(edited.halves, steps)];
    append(library, record, { at: now.getTime(), text }, edited.hash);
    packWhenLong(library, record);
    return saved;
  });
}

/** The step that puts U+FFFD where the steps before left half a character. */
function mended(halves: readonly number[], steps: readonly Step[]): Step {
  const source = steps.at(-1)?.[1] ?? 'typed';
  return [0, source, ...halves.flatMap((at) => [at, 1, '\ufffd'])];
}

function refuseConflict(record: EssayRecord, baseRevision: number): void {
  if (baseRevision >= record.body_revision && baseRevision <= record.revision) return;
  throw new StudioError(
    'conflict',
    `The text of “${record.title}” was changed elsewhere while you were writing.`,
    'Copy what you wrote since the last save, then open the essay again.',
  );
}
