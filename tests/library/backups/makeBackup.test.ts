import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newTarget } from '#contract/newTarget.ts';
import { copyBackup } from '#library/backups/copyBackup.ts';
import { listBackups } from '#library/backups/listBackups.ts';
import { makeBackup } from '#library/backups/makeBackup.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { keepReceipts } from '#library/receipts/receipts.ts';
import { setPrivateNames } from '#library/targets/privateNames.ts';
import { addTarget } from '#library/targets/saveTarget.ts';
import { freshLibrary } from '../freshLibrary.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const everything = { trashed: false, status: null, tag: null, sort: 'title' } as const;

function setUp() {
  const temporary = freshLibrary();
  const folder = temporaryFolder();
  let now = Date.parse('2026-05-01T12:00:00Z');
  const { library, path } = temporary;
  createEssay(library, { title: 'On clocks', body: 'Tick' });
  return {
    ...temporary,
    backups: folder,
    back: () => makeBackup({ libraryPath: path, folder, now: () => new Date(now) }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    files: () => readdirSync(folder).filter((name) => name.endsWith('backup')),
    id: library.db.prepare('SELECT id FROM library').pluck().get() as string,
  };
}

const hour = 3_600_000;

describe('a backup', () => {
  test('is made again when only a target, a receipt or a private name has changed', async () => {
    const { library, back, pass } = setUp();
    const made = () => {
      pass(hour);
      return back();
    };
    expect([await made(), await made()]).toEqual([true, false]);
    const { id } = addTarget(library, { ...newTarget('hugo'), name: 'Blog' });
    expect([await made(), await made()]).toEqual([true, false]);
    const receipt = {
      ...{ target: id, path: 'one.md', sha256: 'aa', essays: [], preset: 'hugo/1', renderer: '' },
      ...{ inputs: '', links: {}, reading: null, publishedAt: '2026-05-01T12:00:00.000Z' },
    };
    keepReceipts(library, id, new Map([['one.md', receipt]]));
    expect([await made(), await made()]).toEqual([true, false]);
    keepReceipts(library, id, new Map([['one.md', null]]));
    expect([await made(), await made()]).toEqual([true, false]);
    setPrivateNames(library, ['Orion']);
    expect([await made(), await made()]).toEqual([true, false]);
  });

  test('is the library in one file, named after it and its moment, with its hash beside it', async () => {
    const { library, path, backups, back, files, id } = setUp();
    expect(await back()).toBe(true);
    expect(files()).toEqual(['essays 2026-05-01 12-00-00 UTC.longhand-backup']);
    const bytes = readFileSync(join(backups, files()[0]!));
    const manifest = JSON.parse(readFileSync(join(backups, `${id}.backups.json`), 'utf8'));
    expect(manifest.backups).toMatchObject([
      { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, essays: 1 },
    ]);
    expect(readdirSync(backups)).toHaveLength(2);
    expect(listBackups(path, backups)).toMatchObject({
      backups: [{ at: '2026-05-01T12:00:00.000Z', essays: 1 }],
      unproved: null,
    });
    createEssay(library, { title: 'The library is not held by it' });
  });

  test('is made only when something was written', async () => {
    const { library, back, pass, files } = setUp();
    await back();
    pass(hour);
    expect(await back()).toBe(false);
    createEssay(library, {});
    expect(await back()).toBe(true);
    expect(files()).toHaveLength(2);
  });

  test('is made again when its file was taken away', async () => {
    const { backups, back, files } = setUp();
    await back();
    rmSync(join(backups, files()[0]!));
    expect(await back()).toBe(true);
  });

  test('has the library as it was at one moment, though others write meanwhile', async () => {
    const { library, backups, back, files } = setUp();
    for (let place = 0; place < 40; place++) createEssay(library, { body: 'x '.repeat(20_000) });
    const writing = setInterval(() => createEssay(library, { title: 'Meanwhile' }), 1);
    await back();
    clearInterval(writing);
    const copy = openLibrary(join(backups, files()[0]!), { readOnly: true });
    expect(proveLibrary(copy)).toMatchObject({ damage: [], file: [] });
    copy.close();
  });

  test('that cannot be proved is kept apart, said, and takes the place of none', async () => {
    const { library, path, backups, back, pass, files } = setUp();
    await back();
    library.db.exec("UPDATE body_piece SET text = 'Tack'");
    for (let count = 0; count < 3; count++) {
      pass(hour);
      createEssay(library, {});
      await expect(back()).rejects.toMatchObject({
        code: 'damaged',
        message: expect.stringContaining('could not be proved'),
      });
    }
    expect(files()).toEqual([
      'Not proved - essays 2026-05-01 15-00-00 UTC.longhand-backup',
      'essays 2026-05-01 12-00-00 UTC.longhand-backup',
    ]);
    expect(listBackups(path, backups)).toMatchObject({
      backups: [{ at: '2026-05-01T12:00:00.000Z' }],
      unproved: { at: '2026-05-01T15:00:00.000Z' },
    });
  });

  test('lets older ones go by the rules, and leaves everything else in the folder alone', async () => {
    const { library, backups, back, pass, files } = setUp();
    writeFileSync(join(backups, 'mine.txt'), 'mine');
    for (let count = 0; count < 30; count++) {
      createEssay(library, {});
      await back();
      pass(hour);
    }
    expect(files().length).toBeGreaterThanOrEqual(24);
    expect(files().length).toBeLessThan(28);
    expect(readFileSync(join(backups, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('does not mix with those of another library of the same name', async () => {
    const one = setUp();
    const { library, path } = freshLibrary();
    createEssay(library, {});
    const now = () => new Date('2026-05-01T12:00:00Z');
    await one.back();
    await makeBackup({ libraryPath: path, folder: one.backups, now });
    expect(one.files()).toHaveLength(2);
    expect(listBackups(one.path, one.backups).backups).toHaveLength(1);
    expect(listBackups(path, one.backups).backups).toHaveLength(1);
  });

  test('is made by one process at a time; a lock that was left behind holds nobody up for long', async () => {
    const { backups, back, id } = setUp();
    const lock = join(backups, `${id}.backups.lock`);
    writeFileSync(lock, '');
    await expect(back()).rejects.toMatchObject({ code: 'locked' });
    utimesSync(lock, 1_000_000, 1_000_000);
    expect(await back()).toBe(true);
    expect(readdirSync(backups)).toHaveLength(2);
  });

  test('says so when the folder is gone, and leaves nothing half done when it cannot be written', async () => {
    const { path, backups, back } = setUp();
    const gone = join(backups, 'gone');
    await expect(makeBackup({ libraryPath: path, folder: gone })).rejects.toMatchObject({
      code: 'not-found',
      message: `The folder for backups, “${gone}”, is not there.`,
    });
    const readOnly = join(backups, 'read-only');
    mkdirSync(readOnly);
    chmodSync(readOnly, 0o500);
    if (process.getuid?.() !== 0) {
      await expect(makeBackup({ libraryPath: path, folder: readOnly })).rejects.toMatchObject({
        code: 'no-permission',
      });
    }
    expect(await back()).toBe(true);
  });

  test('opens as a library of its own, and nothing is written over', async () => {
    const { path, backups, back, files, folder } = setUp();
    await back();
    const backup = join(backups, files()[0]!);
    const before = readFileSync(backup);
    const into = join(folder, 'Copy.longhand');
    copyBackup(backup, into);
    const copy = openLibrary(into, { create: false });
    expect(listEssays(copy, everything).rows).toMatchObject([{ title: 'On clocks' }]);
    copy.close();
    expect(listBackups(into, backups).backups).toEqual([]);
    expect(listBackups(path, backups).backups).toHaveLength(1);
    expect(readFileSync(backup)).toEqual(before);
    expect(() => copyBackup(backup, into)).toThrow(/is there already/);
  });
});
