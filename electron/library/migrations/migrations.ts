import type { Database } from 'better-sqlite3';
import { makeEssays } from './001-essays.ts';
import { makeJournal } from './002-journal.ts';
import { makePublishing } from './003-publishing.ts';
import { makeImages } from './004-images.ts';
import { sealRows } from './005-sealedRows.ts';

/** Brings a library from the version before to the next one; runs inside a transaction. */
export type Migration = (db: Database, now: Date) => void;

/** In order, one file each. What has been released is never edited: a change is another migration. */
export const migrations: readonly Migration[] = [
  makeEssays,
  makeJournal,
  makePublishing,
  makeImages,
  sealRows,
];

/** The version this studio writes. */
export const latestVersion = migrations.length;
