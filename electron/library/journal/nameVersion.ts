import type { EssayId } from '#contract/essay.ts';
import type { VersionName } from '#contract/history.ts';
import { readRecord } from '../essays/readRecord.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import { append } from './append.ts';

/** Adds to an essay's history that it has a name as it is now. Throws `not-found`. */
export function nameVersion(library: Library, id: EssayId, { name, note }: VersionName): void {
  writing(library, () => {
    const record = readRecord(library, id);
    const named: VersionName = { name: name.toWellFormed(), note: note.toWellFormed() };
    statement(library.db, 'UPDATE essay SET revision = revision + 1 WHERE key = ?').run(record.key);
    append(library, record, { at: library.now().getTime(), named }, record.body_hash);
  });
}
