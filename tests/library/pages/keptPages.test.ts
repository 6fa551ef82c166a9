import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { deleteEssaysForGood, trashEssays } from '#library/essays/trash.ts';
import type { Library } from '#library/library.ts';
import { openKeptPages } from '#library/pages/keptPages.ts';
import { freshLibrary } from '../freshLibrary.ts';

const keyOf = (name: string) => createHash('sha256').update(name).digest('hex');
const pageOf = (name: string) => `{"words":1}\n<p>${name} – ümlaut 🦜\0</p>\n`;

function kept(library: Library, ...names: string[]): void {
  const pages = openKeptPages(library);
  for (const name of names) pages.keep(keyOf(name), pageOf(name));
  pages.close();
}

function found(library: Library, ...names: string[]): (string | undefined)[] {
  const pages = openKeptPages(library);
  const all = names.map((name) => pages.find(keyOf(name)));
  pages.close();
  return all;
}

describe('pages kept beside a library', () => {
  test('are found by whoever opens it next, and by the one who keeps them at once', () => {
    const { library } = freshLibrary();
    const pages = openKeptPages(library);
    pages.keep(keyOf('a'), pageOf('a'));
    expect(pages.find(keyOf('a'))).toBe(pageOf('a'));
    expect(pages.find(keyOf('b'))).toBeUndefined();
    pages.close();
    expect(found(library, 'a', 'b')).toEqual([pageOf('a'), undefined]);
  });

  test('are written many at a time, and not more than a few wait', () => {
    const { library, path } = freshLibrary();
    const pages = openKeptPages(library);
    const large = 'x'.repeat(400_000);
    const rows = () => rowsOf(path).length;
    pages.keep(keyOf('a'), large);
    pages.keep(keyOf('b'), large);
    expect(rows()).toBe(0);
    pages.keep(keyOf('c'), large);
    expect(rows()).toBe(3);
    pages.close();
  });

  test('serve several at once', () => {
    const { library } = freshLibrary();
    const [one, two] = [openKeptPages(library), openKeptPages(library)];
    one.keep(keyOf('a'), 'a'.repeat(1_100_000));
    expect(two.find(keyOf('a'))).toHaveLength(1_100_000);
    two.keep(keyOf('b'), 'b'.repeat(1_100_000));
    one.keep(keyOf('c'), 'c'.repeat(1_100_000));
    expect(one.find(keyOf('b'))).toHaveLength(1_100_000);
    one.close();
    two.close();
    expect(found(library, 'a', 'b', 'c').map((page) => page?.[0])).toEqual(['a', 'b', 'c']);
  });

  test('go with their file, which can be deleted at any time', () => {
    const { library, path } = freshLibrary();
    kept(library, 'a');
    renameSync(`${path}.pages`, `${path}.gone`);
    expect(found(library, 'a')).toEqual([undefined]);
    kept(library, 'a');
    expect(found(library, 'a')).toEqual([pageOf('a')]);
  });

  test('leave nothing of an essay that is deleted for good', () => {
    const { library, path } = freshLibrary();
    kept(library, 'a');
    const { id } = createEssay(library, { title: 'A secret' });
    trashEssays(library, [id]);
    expect(existsSync(`${path}.pages`)).toBe(true);
    deleteEssaysForGood(library, [id]);
    expect(existsSync(`${path}.pages`)).toBe(false);
  });
});

describe('a page that is not what was kept is not found', () => {
  test.each<[string, string]>([
    ['altered', `UPDATE page SET page = CAST(replace(page, 'ümlaut', 'umlaut') AS BLOB)`],
    ['cut', 'UPDATE page SET page = substr(page, 1, 8)'],
    ['of another essay', `UPDATE page SET key = x'${keyOf('b')}'`],
    ['with another hash', `UPDATE page SET hash = zeroblob(32)`],
  ])('%s', (_, change) => {
    const { library, path } = freshLibrary();
    kept(library, 'a');
    const db = new Database(`${path}.pages`);
    expect(db.prepare(change).run().changes).toBe(1);
    db.close();
    expect(found(library, 'a', 'b')).toEqual([undefined, undefined]);
    kept(library, 'a');
    expect(found(library, 'a')).toEqual([pageOf('a')]);
  });
});

describe('a file is made anew that', () => {
  test.each<[string, (file: Buffer) => Buffer]>([
    ['is no database', () => Buffer.from('nonsense '.repeat(1000))],
    ['is cut short', (file) => file.subarray(0, 5000)],
    ['is empty', () => Buffer.alloc(0)],
    ['is damaged in the middle', (file) => Buffer.from(file).fill(0xee, 4096, file.length)],
    [
      'is of another version',
      (file) => {
        const other = Buffer.from(file);
        other.writeUInt32BE(99, 60);
        return other;
      },
    ],
  ])('%s', (_, alter) => {
    const { library, path } = freshLibrary();
    const names = Array.from({ length: 50 }, (_each, at) => `page ${at}`);
    kept(library, ...names);
    // In place: it stays the same file.
    writeFileSync(`${path}.pages`, alter(readFileSync(`${path}.pages`)));
    for (const [at, page] of found(library, ...names).entries()) {
      expect([undefined, pageOf(names[at]!)]).toContain(page);
    }
    kept(library, 'a');
    expect(found(library, 'a')).toEqual([pageOf('a')]);
  });

  test('came from elsewhere: what it holds would be published unseen', () => {
    const [mine, other] = [freshLibrary(), freshLibrary()];
    kept(other.library, 'a');
    copyFileSync(`${other.path}.pages`, `${mine.path}.pages`);
    expect(found(mine.library, 'a')).toEqual([undefined]);
    // A copy put in its own place is another file too.
    kept(mine.library, 'a');
    copyFileSync(`${mine.path}.pages`, `${mine.path}.copy`);
    renameSync(`${mine.path}.copy`, `${mine.path}.pages`);
    expect(found(mine.library, 'a')).toEqual([undefined]);
  });
});

test('where the file cannot be written nothing is found, and nothing fails', () => {
  const { library } = freshLibrary();
  for (const given of [
    { ...library, path: '/no/such/folder/x' },
    { ...library, readOnly: true },
  ]) {
    const pages = openKeptPages(given);
    pages.keep(keyOf('a'), pageOf('a'));
    expect(pages.find(keyOf('a'))).toBeUndefined();
    pages.close();
    expect(existsSync(`${given.path}.pages`)).toBe(false);
  }
});

test('while another program holds the file, what was kept is found, and what is new is let go', () => {
  const { library, path } = freshLibrary();
  kept(library, 'a');
  const pages = openKeptPages(library);
  const other = new Database(`${path}.pages`);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  pages.keep(keyOf('b'), 'b'.repeat(1_100_000));
  expect(pages.find(keyOf('a'))).toBe(pageOf('a'));
  expect(pages.find(keyOf('b'))).toBeUndefined();
  other.exec('ROLLBACK');
  pages.keep(keyOf('b'), pageOf('b'));
  pages.close();
  expect(found(library, 'a', 'b')).toEqual([pageOf('a'), pageOf('b')]);
});

test('a file that another program has locked altogether is left as it is', () => {
  const { library, path } = freshLibrary();
  kept(library, 'a');
  const other = new Database(`${path}.pages`);
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
  expect(found(library, 'a')).toEqual([undefined]);
  other.close();
  expect(found(library, 'a')).toEqual([pageOf('a')]);
});

describe('the file stays of a size', () => {
  test('pages go that nobody has asked for in 60 days, and those that are asked for stay', () => {
    let today = new Date('2026-01-01T12:00:00Z');
    const { library } = freshLibrary({ now: () => today });
    kept(library, 'a', 'b');
    for (const day of ['2026-01-25', '2026-02-20', '2026-03-01']) {
      today = new Date(`${day}T12:00:00Z`);
      expect(found(library, 'a')).toEqual([pageOf('a')]);
    }
    today = new Date('2026-03-10T12:00:00Z');
    kept(library, 'c');
    expect(found(library, 'a', 'b', 'c')).toEqual([pageOf('a'), undefined, pageOf('c')]);
  });

  test('of many the oldest go, and the room they had is used again', () => {
    const { library, path } = freshLibrary();
    const mostBytes = 2_000_000;
    const names = Array.from({ length: 60 }, (_, at) => `page ${at}`);
    for (const name of names) {
      const pages = openKeptPages(library, { mostBytes });
      pages.keep(keyOf(name), name.padEnd(100_000));
      pages.close();
    }
    expect(statSync(`${path}.pages`).size).toBeLessThan(mostBytes + 300_000);
    const there = found(library, ...names).map((page) => page !== undefined);
    expect(there.slice(0, 40)).not.toContain(true);
    expect(there.slice(50)).not.toContain(false);
  });
});

function rowsOf(path: string): unknown[] {
  const db = new Database(`${path}.pages`, { readonly: true });
  const rows = db.prepare('SELECT key FROM page').all();
  db.close();
  return rows;
}
