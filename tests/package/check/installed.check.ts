import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { keepCopy } from '#library/keepCopy.ts';
import { latestVersion } from '#library/migrations/migrations.ts';
import { makeLibraryOfOne } from '../../library/migrations/versionOne.ts';
import { deskOf } from '../../support/desk.ts';
import { essaysOnDisk } from '../../support/onDisk.ts';
import { launchStudio } from '../../support/studio.ts';
import { debianRoot } from './emptyRoot.ts';
import { nextVersion, packageFile, run, thisVersion, trial, writersEnv } from './trial.ts';

// One life of an installed studio, from the package's own asar, on the Chromium shell.
it('is installed, written with, scripted, upgraded, gone back from and removed, and the essays stay', async () => {
  const system = debianRoot();
  const home = mkdtempSync(join(trial, 'home-'));
  const env = writersEnv(home);
  const command = join(system.folder, 'usr/bin/longhand');
  const longhand = (...args: string[]) => run(command, args, env as Record<string, string>);
  const library = join(home, '.config/Longhand/Library.longhand');

  // A library that an older version left.
  mkdirSync(join(home, '.config/Longhand'), { recursive: true });
  makeLibraryOfOne(library, [{ title: 'From Before', pieces: ['Old words.\n'] }]);
  system.install(packageFile('now', 'deb'));
  const first = longhand('list', '--json');
  expect(first.code).toBe(0);
  expect(first.err).toMatch(
    /^The library was brought to this version.+\.version-1\..+\.backup”\.$/m,
  );

  const note = join(home, 'Notes on paper.md');
  writeFileSync(note, '# Notes on paper\n\nHanded over by the system.\n');
  const studio = await launchStudio({
    program: command,
    library,
    files: [note],
    env: env as Record<string, string>,
  });
  try {
    const desk = deskOf(studio);
    await desk.page.getByText('Notes on paper').first().waitFor();
    await desk.write('Written in the Package', 'It **counts**.\n');
    await desk.page
      .getByText(/^Saved/)
      .first()
      .waitFor();
    const page = join(home, 'essay.html');
    await studio.answerSave(page);
    await studio.chooseMenuItem('essay.exportHtml');
    await desk.sheet('Exported as HTML').getByRole('button', { name: 'Done' }).click();
    expect(readFileSync(page, 'utf8')).toContain('It <strong>counts</strong>.');

    // While the window is open.
    expect(longhand('list').out).toMatch(/written-in-the-package\tdraft/);
    const exported = longhand('export', 'written-in-the-package', '--format', 'html', '--out', '-');
    expect(exported.out).toBe(readFileSync(page, 'utf8'));
    expect(longhand('list', '--search', 'handed over').out).toContain('Notes on paper');
    expect(longhand('verify').code).toBe(0);
    expect(longhand('show', 'not-there').code).toBe(1);
    expect(longhand('not-a-command').code).toBe(2);
    expect(longhand('--version').out).toBe(`${thisVersion}\n`);
    expect(await studio.quit()).toBe(0);
  } finally {
    await studio.discard();
  }

  const before = essaysOnDisk(library);
  system.install(packageFile('next', 'deb'));
  expect(longhand('--version').out).toBe(`${nextVersion}\n`);
  expect(longhand('verify').code).toBe(0);
  system.install(packageFile('now', 'deb'));
  expect(longhand('--version').out).toBe(`${thisVersion}\n`);
  expect(longhand('list').code).toBe(0);

  // What a newer version changes and keeps at its first start, met by this one.
  const changed = join(home, 'Changed.longhand');
  copyFileSync(library, changed);
  const db = new Database(changed);
  const kept = keepCopy(db, changed, latestVersion, new Date());
  db.pragma(`user_version = ${latestVersion + 1}`);
  db.close();
  const newer = readFileSync(changed);
  const refused = longhand('list', '--library', changed);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('was written by a newer version of Longhand');
  expect(readFileSync(changed).equals(newer)).toBe(true);
  expect(longhand('list', '--library', kept).out).toBe(longhand('list').out);

  system.remove();
  expect(existsSync(command)).toBe(false);
  expect(existsSync(join(system.folder, 'usr/lib/longhand'))).toBe(false);
  expect(essaysOnDisk(library)).toEqual(before);
  expect(before.map(({ title }) => title)).toEqual([
    'From Before',
    'Notes on paper',
    'Written in the Package',
  ]);
});
