import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { TargetId } from '#contract/publishing.ts';
import { libraryId } from '#library/libraryId.ts';
import { migrate } from '#library/migrate.ts';
import { migrations } from '#library/migrations/migrations.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { toRecord } from '#library/receipts/receiptRecord.ts';
import { readReceipts } from '#library/receipts/receipts.ts';
import { readPrivateNames } from '#library/targets/privateNames.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const target = 'target-1' as TargetId;
const receiptOf = (path: string) => ({
  ...{ target, path, sha256: 'aa', essays: [], preset: 'hugo/1', renderer: '', inputs: '' },
  ...{ links: {}, reading: null, publishedAt: '2026-05-01T12:00:00.000Z' },
});

/** A library of version 4 with a name, a receipt that stands, one that was replaced, and one of those that is damaged. */
function libraryOfFour(): string {
  const path = join(temporaryFolder(), 'old.longhand');
  const db = new Database(path);
  const now = () => new Date('2026-05-01T12:00:00Z');
  migrate(db, { path, readOnly: false, migrations: migrations.slice(0, 4), now });
  db.exec("INSERT INTO private_name (name) VALUES ('Orion')");
  const add = db.prepare(
    `INSERT INTO receipt (target_id, path, said, hash, replaced_at)
     VALUES (:target_id, :path, :said, :hash, :replaced_at)`,
  );
  add.run({ ...toRecord(receiptOf('now.md')), replaced_at: null });
  add.run({ ...toRecord(receiptOf('past.md')), replaced_at: '2026-05-02T12:00:00.000Z' });
  add.run({
    ...toRecord(receiptOf('hurt.md')),
    said: '{}',
    replaced_at: '2026-05-02T12:00:00.000Z',
  });
  db.close();
  return path;
}

test('what had no hash of its own is proved from then on, and what was damaged before stays so', () => {
  const library = openLibrary(libraryOfFour());
  expect(libraryId(library)).toMatch(/^[\w-]{36}$/);
  expect(readPrivateNames(library)).toEqual(['Orion']);
  expect(readReceipts(library, target)).toEqual([receiptOf('now.md')]);
  const hurt = (count: string) => [`${count} of what was published is not as it was written.`];
  expect(proveLibrary(library).file).toEqual(hurt('1 receipt'));
  library.db.exec("UPDATE receipt SET replaced_at = '2027' WHERE path = 'past.md'");
  expect(proveLibrary(library).file).toEqual(hurt('2 receipts'));
  library.close();
});
