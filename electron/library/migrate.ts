import type { Database } from 'better-sqlite3';
import { StudioError } from '#contract/errors.ts';
import { applicationId, isEmpty, refuseForeign, refuseNewer } from './identity.ts';
import { keepCopy } from './keepCopy.ts';
import type { Migration } from './migrations/migrations.ts';

interface MigrateOptions {
  readonly path: string;
  readonly readOnly: boolean;
  /** In order: the first makes a library of nothing, each one after brings it a version further. */
  readonly migrations: readonly Migration[];
  readonly now: () => Date;
}

/**
 * Brings a library to the last of `migrations`, in one transaction: it is all there, or as it was before.
 * A library that is not new is copied beside itself first, and the path of the verified copy is given; null where
 * nothing was to be done. A newer one is refused and left untouched.
 */
export function migrate(db: Database, options: MigrateOptions): string | null {
  const { path, readOnly, migrations, now } = options;
  const version = checkedVersion(db, options);
  if (version === migrations.length) return null;
  if (readOnly) {
    throw new StudioError(
      'read-only',
      `The library “${path}” is of an older version and cannot be brought up to date where it is.`,
      'Copy it to a place where you may write, and open the copy.',
    );
  }
  const copy = version > 0 ? keepCopy(db, path, version, now()) : null;
  db.transaction(() => {
    // Another process may have been faster.
    const start = checkedVersion(db, options);
    for (const migration of migrations.slice(start)) migration(db, now());
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
  return copy;
}

function checkedVersion(db: Database, { path, migrations }: MigrateOptions): number {
  const isOurs = db.pragma('application_id', { simple: true }) === applicationId;
  if (!isOurs && !isEmpty(db)) refuseForeign(path);
  const version = db.pragma('user_version', { simple: true }) as number;
  refuseNewer(path, version, migrations.length);
  return version;
}
