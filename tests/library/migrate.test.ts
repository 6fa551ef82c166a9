import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createEssays } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { migrate } from '#library/migrate.ts';
import { type Migration, migrations } from '#library/migrations/migrations.ts';
import { sampleEssays } from '../support/library.ts';
import { freshLibrary } from './freshLibrary.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const now = () => new Date('2026-05-01T12:00:00Z');
const addNotes: Migration = (db) => {
  db.exec("ALTER TABLE essay ADD COLUMN note TEXT NOT NULL DEFAULT 'none yet'");
};
const breakDown: Migration = (db) => {
  db.exec('DELETE FROM essay; SELECT no_such_function()');
};

describe('a library of an older version', () => {
  test('is brought to this one with its essays in place, and a copy of it is kept', () => {
    const { library, path, folder } = freshLibrary();
    const [essay] = createEssays(library, sampleEssays);
    const version = migrations.length;
    migrate(library.db, { path, readOnly: false, migrations: [...migrations, addNotes], now });

    expect(library.db.pragma('user_version', { simple: true })).toBe(version + 1);
    expect(library.db.prepare('SELECT DISTINCT note FROM essay').pluck().all()).toEqual([
      'none yet',
    ]);
    expect(essay && readEssay(library, essay.id)).toEqual(essay);

    const copies = readdirSync(folder).filter((name) => name.endsWith('.backup'));
    expect(copies).toEqual([`essays.longhand.version-${version}.2026-05-01T12-00-00-000Z.backup`]);
    const copy = new Database(join(folder, copies[0] as string), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(version);
    expect(copy.prepare('SELECT title FROM essay ORDER BY key').pluck().all()).toEqual(
      sampleEssays.map((sample) => sample.title),
    );
    copy.close();
  });

  test('stays what it was when a migration fails', () => {
    const { library, path } = freshLibrary();
    createEssays(library, sampleEssays);
    const failing = [...migrations, addNotes, breakDown];
    expect(() =>
      migrate(library.db, { path, readOnly: false, migrations: failing, now }),
    ).toThrow();
    expect(library.db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(library.db.prepare('SELECT count(*) FROM essay').pluck().get()).toBe(3);
    expect(() => library.db.prepare('SELECT note FROM essay')).toThrow(/no such column/);
  });

  test('that cannot be written is refused rather than misread', () => {
    const { library, path } = freshLibrary();
    const newer = [...migrations, addNotes];
    expect(() =>
      migrate(library.db, { path, readOnly: true, migrations: newer, now }),
    ).toThrowError(expect.objectContaining({ code: 'read-only' }));
  });
});

test('migrations run in their order, each once', () => {
  const path = join(temporaryFolder(), 'x.longhand');
  const db = new Database(path);
  const ran: string[] = [];
  const first: Migration = () => ran.push('first');
  const second: Migration = () => ran.push('second');
  migrate(db, { path, readOnly: false, migrations: [first], now });
  migrate(db, { path, readOnly: false, migrations: [first, second], now });
  migrate(db, { path, readOnly: false, migrations: [first, second], now });
  expect(ran).toEqual(['first', 'second']);
  db.close();
});

test('a library of this version is left alone', () => {
  const { library, path, folder } = freshLibrary();
  const before = library.db.prepare('SELECT total_changes()').pluck().get();
  migrate(library.db, { path, readOnly: false, migrations, now });
  expect(library.db.prepare('SELECT total_changes()').pluck().get()).toBe(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.backup'))).toEqual([]);
});
