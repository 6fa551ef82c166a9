import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** Writes the whole library, as it is now, to a file beside it that says which version it was of and when. */
export function keepCopy(db: Database, path: string, version: number, now: Date): string {
  const moment = now.toISOString().replace(/[:.]/g, '-');
  const copy = `${path}.version-${version}.${moment}.backup`;
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  const file = openSync(unfinished, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, copy);
  return copy;
}
