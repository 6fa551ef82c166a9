import { copyFileSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { copyBackup } from '#library/backups/copyBackup.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { keepCopy } from '#library/keepCopy.ts';
import { keptCopyPath, olderCopy } from '#library/keptCopies.ts';
import { latestVersion } from '#library/migrations/migrations.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { essaysOnDisk } from '../support/onDisk.ts';
import { freshLibrary } from './freshLibrary.ts';
import { makeLibraryOfOne } from './migrations/versionOne.ts';
import { temporaryFolder } from './temporaryFolder.ts';

test('opening an older library says where it is kept as it was; opening it again says nothing', () => {
  const path = join(temporaryFolder(), 'old.longhand');
  makeLibraryOfOne(path, [{ title: 'Old', pieces: ['As it was.\n'] }]);
  const first = openLibrary(path);
  const { keptCopy } = first;
  first.close();
  expect(keptCopy).toMatch(/old\.longhand\.version-1\..+\.backup$/);
  const kept = new Database(keptCopy!, { readonly: true });
  expect(kept.pragma('user_version', { simple: true })).toBe(1);
  kept.close();

  const second = openLibrary(path);
  expect(second.keptCopy).toBeNull();
  second.close();
});

test('after a downgrade the newer library is refused, its copy is named, and opens as one of its own', () => {
  const path = join(temporaryFolder(), 'Library.longhand');
  const library = openLibrary(path);
  createEssays(library, [{ title: 'Written before', body: 'Words.\n' }]);
  const copy = keepCopy(library.db, path, latestVersion, new Date('2026-05-01T12:00:00Z'));
  createEssays(library, [{ title: 'Written after' }]);
  library.db.pragma(`user_version = ${latestVersion + 1}`);
  library.close();
  const before = readFileSync(path);

  expect(() => openLibrary(path)).toThrowError(
    expect.objectContaining({
      code: 'newer-library',
      advice: expect.stringContaining(`open the copy that was kept of it before: “${copy}”`),
    }),
  );
  expect(olderCopy(path, latestVersion)).toBe(copy);
  const into = join(dirname(path), 'Library before the newer version.longhand');
  copyBackup(copy, into);
  expect(essaysOnDisk(into)).toEqual([{ title: 'Written before', body: 'Words.\n' }]);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('of several copies the newest that can be opened is meant, and only of this library', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Library.longhand');
  const of = (name: string, version: number, day: number) =>
    keptCopyPath(join(folder, name), version, new Date(Date.UTC(2026, 4, day)));
  const { path: any } = freshLibrary();
  const expected = of('Library.longhand', 2, 3);
  for (const copy of [
    of('Library.longhand', 1, 1),
    expected,
    of('Library.longhand', 3, 9),
    of('Other.longhand', 2, 8),
    `${of('Library.longhand', 2, 9)}.part`,
  ]) {
    copyFileSync(any, copy);
  }
  expect(olderCopy(path, 2)).toBe(expected);
  expect(olderCopy(path, 0)).toBeNull();
  expect(olderCopy('/nowhere/Library.longhand', 2)).toBeNull();
});

test('a copy that is not what is in the library is not kept, and the library stays as it is', () => {
  const { library, path, folder } = freshLibrary();
  createEssays(library, [{ title: 'One' }]);
  // What a bad disk does to the copy, done between its writing and its reading back.
  const { db } = library;
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    if (sql.startsWith('ATTACH')) {
      const [part] = readdirSync(folder).filter((name) => name.endsWith('.part'));
      const copy = new Database(join(folder, part!));
      copy.exec("UPDATE essay SET title = 'Ome'");
      copy.close();
    }
    return prepare(sql);
  }) as typeof db.prepare;
  expect(() => keepCopy(db, path, 2, new Date())).toThrowError(
    expect.objectContaining({ code: 'damaged' }),
  );
  expect(
    readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.version`)),
  ).toEqual([]);
});

test('what an earlier try left unfinished goes, but not what may still be in the making', () => {
  const { library, path, folder } = freshLibrary();
  const [abandoned, growing] = [1, 2].map((day) => {
    const part = `${keptCopyPath(path, 1, new Date(Date.UTC(2026, 4, day)))}.part`;
    writeFileSync(part, 'half of it');
    writeFileSync(`${part}-journal`, '');
    return part;
  });
  const longAgo = new Date(Date.now() - 24 * 3_600_000);
  for (const each of [abandoned!, `${abandoned}-journal`]) utimesSync(each, longAgo, longAgo);
  keepCopy(library.db, path, latestVersion, new Date('2026-05-03T12:00:00Z'));
  const parts = readdirSync(folder).filter((name) => name.includes('.part'));
  expect(parts).toEqual([basename(growing!), `${basename(growing!)}-journal`]);
});
