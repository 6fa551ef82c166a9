import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Library } from '../library.ts';
import { isDamage, openRebuildable, removeRebuildable } from '../rebuildable.ts';
import { statement } from '../statement.ts';
import { pageFile, pageFilePath } from './pageFile.ts';

/** Rendered pages of a library's essays, found again by what they follow from. */
export interface KeptPages {
  /** The page that was kept under a key, in hex; undefined where there is none, or it is not what was kept. */
  readonly find: (key: string) => string | undefined;
  /** Keeps a page, well-formed, under the SHA-256 of all that it follows from. Returns before it is on disk; it may be lost. */
  readonly keep: (key: string, page: string) => void;
  /** Writes what waits, and lets pages go that nobody has asked for in a long time. */
  readonly close: () => void;
}

/** Bytes of pages that are written together. */
const batch = 1024 * 1024;
/** A page that has more bytes is not kept. */
const largest = 16 * 1024 * 1024;
/** Bytes that the file may come to; then its oldest quarter goes. */
const most = 256 * 1024 * 1024;
/** Days without being asked for until a page goes. */
const keepFor = 60;
/** Days until a page that is asked for is marked as used again: that writes it anew. */
const markAfter = 20;

/**
 * Opens the pages kept beside a library. Several programs may have them open at once. Where the file cannot be used, or
 * the library is open for reading only, nothing is found and nothing is kept; no failure is ever thrown.
 */
export function openKeptPages(
  library: Library,
  { mostBytes = most }: { readonly mostBytes?: number } = {},
): KeptPages {
  const path = pageFilePath(library);
  const today = Math.floor(library.now().getTime() / 86_400_000);
  let db = library.readOnly ? null : opened(path);
  let waiting = new Map<string, Buffer>();
  let bytes = 0;
  let used: string[] = [];
  let hasWritten = false;

  /** What `task` gives; undefined where the file lets it not. A damaged file is made anew. */
  function attempt<T>(task: (open: Database) => T): T | undefined {
    if (db === null) return undefined;
    try {
      return task(db);
    } catch (thrown) {
      if (!isDamage(thrown)) return undefined;
      db.close();
      db = renewed(path);
      return undefined;
    }
  }

  function write(): void {
    const [pages, marked] = [waiting, used];
    [waiting, used, bytes] = [new Map(), [], 0];
    if (pages.size + marked.length === 0) return;
    hasWritten = true;
    attempt((open) => {
      const put = statement(
        open,
        'INSERT OR REPLACE INTO page (key, used, hash, page) VALUES (?, ?, ?, ?)',
      );
      const mark = statement(open, 'UPDATE page SET used = ? WHERE key = ?');
      open
        .transaction(() => {
          for (const [key, page] of pages) put.run(bytesOf(key), today, hashOf(key, page), page);
          for (const key of marked) mark.run(today, bytesOf(key));
          if (sizeOf(open) > mostBytes) dropOldest(open);
        })
        .immediate();
    });
  }

  return {
    find(key) {
      const mine = waiting.get(key);
      if (mine) return mine.toString();
      const row = attempt((open) =>
        statement<{ used: number; hash: Buffer; page: Buffer }>(
          open,
          'SELECT used, hash, page FROM page WHERE key = ?',
        ).get(bytesOf(key)),
      );
      if (!row || !hashOf(key, row.page).equals(row.hash)) return undefined;
      if (today - row.used >= markAfter && used.push(key) >= mostMarked) write();
      return row.page.toString();
    },
    keep(key, page) {
      if (db === null || page.length > largest) return;
      const content = Buffer.from(page);
      waiting.set(key, content);
      bytes += content.length;
      if (bytes >= batch) write();
    },
    close() {
      write();
      if (hasWritten) attempt((open) => dropUnused(open, today - keepFor));
      db?.close();
      db = null;
    },
  };
}

/** Pages that are marked together. */
const mostMarked = 100;

function opened(path: string): Database | null {
  try {
    return openRebuildable(path, pageFile(path));
  } catch {
    return null;
  }
}

function renewed(path: string): Database | null {
  try {
    removeRebuildable(path);
  } catch {
    return null;
  }
  return opened(path);
}

function bytesOf(key: string): Buffer {
  return Buffer.from(key, 'hex');
}

/** SQLite keeps no checksums: this tells a page that is another's, or not what it was. */
function hashOf(key: string, page: Buffer): Buffer {
  return createHash('sha256').update(key).update(page).digest();
}

function sizeOf(db: Database): number {
  const pragma = (name: string) => db.pragma(name, { simple: true }) as number;
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}

function dropOldest(db: Database): void {
  statement(
    db,
    `DELETE FROM page WHERE rowid IN (
       SELECT rowid FROM page ORDER BY used, rowid LIMIT (SELECT count(*) / 4 + 1 FROM page))`,
  ).run();
}

function dropUnused(db: Database, since: number): void {
  statement(db, 'DELETE FROM page WHERE used < ?').run(since);
}
