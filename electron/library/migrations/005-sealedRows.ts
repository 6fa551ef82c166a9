import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/**
 * Version 5: what had no hash gets one, so that proof and rescue can tell when it was altered: the library's own id, the
 * names that must not leave, and when a receipt was replaced. A receipt that is not as it was written stays so. Columns
 * are added at the end, and no table moves: a rescue borrows the list of tables from another library.
 */
export function sealRows(db: Database): void {
  db.exec(`
    ALTER TABLE library ADD COLUMN hash BLOB;
    ALTER TABLE private_name ADD COLUMN hash BLOB;
  `);
  db.function('sealed', { deterministic: true, varargs: true }, (...said: unknown[]) =>
    createHash('sha256').update(JSON.stringify(said)).digest(),
  );
  db.exec(`
    UPDATE library SET hash = sealed(id, created_at);
    UPDATE private_name SET hash = sealed(name);
    UPDATE receipt SET hash = sealed(target_id, path, said, replaced_at)
    WHERE replaced_at IS NOT NULL AND hash = sealed(target_id, path, said);
  `);
}
