import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { deskOf } from '../support/desk.ts';
import { mountSmallDisk } from '../support/fullDisk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk, essaysOnDisk } from '../support/onDisk.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

/** A library whose pages are all in its file, as one that was closed is. */
function soundLibrary(path: string): void {
  makeLibrary(path, [
    { title: 'Sound', body: 'As it was.\n' },
    { title: 'Long', body: 'A paragraph of some length.\n\n'.repeat(2_000) },
  ]);
}

/** Permissions do not bind root, as whom machines often run tests: from here on they bind the studio. */
function bindByPermissions({ main }: Studio): Promise<void> {
  return main(() => {
    if (process.geteuid?.() === 0) process.seteuid!(65_534);
  });
}

const unusable: Record<string, { spoil: (path: string) => void; says: RegExp; advises: RegExp }> = {
  'is not a library': {
    spoil: (path) => writeFileSync(path, 'Dear diary, this is no database.\n'.repeat(400)),
    says: /is not a Longhand library/,
    advises: /left as it is. Choose another one/,
  },
  'is cut short': {
    spoil(path) {
      soundLibrary(path);
      truncateSync(path, 20_000);
    },
    says: /is cut short: part of the file is missing/,
    advises: /Nothing was changed. Rescue/,
  },
  'comes from a newer version': {
    spoil(path) {
      soundLibrary(path);
      const db = new Database(path);
      db.pragma('user_version = 9000');
      db.close();
    },
    says: /was written by a newer version of Longhand/,
    advises: /left untouched. Update Longhand to open it/,
  },
};

for (const [what, { spoil, says, advises }] of Object.entries(unusable)) {
  test(`a library that ${what} is refused in a sentence, left as it is, and another can be made`, async ({
    launch,
  }, info) => {
    const folder = info.outputPath('here');
    mkdirSync(folder, { recursive: true });
    const library = join(folder, 'Library.longhand');
    spoil(library);
    const before = readFileSync(library);
    const studio = await launch({ library });
    const { page } = studio;
    const problem = page.getByRole('alert');
    await expect(problem.getByRole('heading')).toHaveText(says);
    await expect(problem).toContainText(advises);
    await expect(problem).toContainText(library);
    await expect(page.locator('.primary-button')).toBeFocused();
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(problem.getByRole('heading')).toHaveText(says);
    expect(readFileSync(library).equals(before)).toBe(true);
    // A reader of a library that may be in use makes SQLite's own companions of it.
    const made = readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));
    expect(made).toEqual(['Library.longhand']);

    const fresh = info.outputPath('Fresh.longhand');
    await studio.answerSave(fresh);
    await page.getByRole('button', { name: 'New library', exact: true }).click();
    const desk = deskOf(studio);
    await desk.write('After All', 'Written.');
    await desk.isSaved();
    expect(bodyOnDisk(fresh, 'After All')).toBe('Written.');
    expect(readFileSync(library).equals(before)).toBe(true);
  });
}

test('a library that may not be read is tried again once it may', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  chmodSync(folder, 0o755);
  const library = join(folder, 'Library.longhand');
  writeFileSync(library, 'No library yet.');
  const studio = await launch({ library });
  const again = studio.page.getByRole('button', { name: 'Try again' });
  const heading = studio.page.getByRole('alert').getByRole('heading');
  await expect(heading).toHaveText(/is not a Longhand library/);

  rmSync(library);
  soundLibrary(library);
  const before = readFileSync(library);
  chmodSync(library, 0);
  await bindByPermissions(studio);
  await again.click();
  await expect(heading).toHaveText(/The system does not let Longhand open/);
  await expect(studio.page.getByRole('alert')).toContainText('Change the permissions of the file');

  chmodSync(library, 0o666);
  chmodSync(folder, 0o777);
  await again.click();
  const desk = deskOf(studio);
  await expect(desk.rows).toHaveCount(2);
  expect(readFileSync(library).equals(before)).toBe(true);
  await studio.discard();
  rmSync(folder, { recursive: true });
});

test('a library that may only be read is read, searched and exported, and says so', async ({
  studio,
}, info) => {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  const library = join(folder, 'Kept.longhand');
  soundLibrary(library);
  chmodSync(library, 0o444);
  chmodSync(folder, 0o555);
  const before = readFileSync(library);
  const desk = deskOf(studio);
  await bindByPermissions(studio);
  await studio.answerOpen([library]);
  await studio.chooseMenuItem('library.open');

  await expect(studio.page.getByText('This library is read-only.')).toBeVisible();
  await expect(desk.rows).toHaveCount(2);
  await desk.open('Sound');
  await studio.page.keyboard.type('Not taken. ');
  await expect.poll(desk.lines).toEqual(['As it was.', '']);
  await expect(desk.title).not.toBeEditable();
  await expect(desk.article).toContainText('As it was.');
  await desk.search.fill('as it w');
  await expect(desk.rows).toHaveCount(1);

  const out = info.outputPath('out');
  mkdirSync(out, { recursive: true });
  chmodSync(out, 0o777);
  await studio.answerSave(join(out, 'sound.md'));
  await studio.chooseMenuItem('essay.exportMarkdown');
  await expect(desk.sheet('Exported as Markdown')).toBeVisible();
  expect(readFileSync(join(out, 'sound.md'), 'utf8')).toMatch(/As it was\.\n$/);
  expect(readFileSync(library).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['Kept.longhand']);
  await studio.discard();
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

test('a full disk is told in the status bar, and what was typed is saved when there is room', async ({
  launch,
}) => {
  const disk = mountSmallDisk(mkdtempSync(join(tmpdir(), 'longhand-')), 12);
  test.skip(disk === null, 'This user may not mount a disk to fill.');
  try {
    const library = join(disk!.folder, 'Library.longhand');
    const studio = await launch({ library });
    const desk = deskOf(studio);
    await desk.write('Cramped', 'Before. ');
    await desk.isSaved();

    disk!.fill();
    const long = 'There is no room for this. '.repeat(20_000);
    await studio.page.keyboard.insertText(long);
    await expect(desk.saved).toContainText('Not saved: there is no room left on the disk');
    await expect(desk.saved).toContainText('Make room and try again.');
    await studio.page.keyboard.type('Nor for this.');
    expect(bodyOnDisk(library, 'Cramped')).toBe('Before. ');

    disk!.clear();
    await studio.page.getByRole('button', { name: 'Retry' }).click();
    await desk.isSaved();
    expect(bodyOnDisk(library, 'Cramped')).toBe(`Before. ${long}Nor for this.`);

    disk!.fill();
    await studio.page.keyboard.insertText(long);
    await expect(desk.saved).toContainText('Not saved: there is no room left on the disk');
    disk!.clear();
    // Nobody has to ask: it is tried again by itself.
    await expect(desk.saved).toHaveText(/^Saved/, { timeout: 60_000 });
    expect(bodyOnDisk(library, 'Cramped')).toBe(`Before. ${long}Nor for this.${long}`);
    await studio.discard();
  } finally {
    disk?.remove();
  }
});

test('a file too large to import is left out with its size, and the others come in', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const folder = info.outputPath('Files');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'huge.md'), Buffer.alloc(50 * 1024 * 1024, 'All work and no play.\n'));
  writeFileSync(join(folder, 'small.md'), '# Small\n\nText.\n');
  await studio.answerOpen([join(folder, 'huge.md'), join(folder, 'small.md')]);
  await studio.chooseMenuItem('library.import');
  const sheet = desk.sheet(/imported/);
  await expect(sheet).toContainText(
    '“huge.md” has 50 MB; a file to import has at most 16 MB. Split it into several essays.',
  );
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(desk.title).toHaveValue('Small');
  expect(essaysOnDisk(studio.library).map(({ title }) => title)).toEqual(['Small']);
});

test('essays of one title, or of one that leads elsewhere, get files of their own in the folder chosen', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const titles = ['Twice', 'Twice', 'TWICE', '../../etc/passwd', 'CON', '.hidden'];
  for (const [at, title] of titles.entries()) {
    await desk.write(title, `Number ${at}.`);
    await desk.isSaved();
  }
  await expect(desk.rows).toHaveCount(titles.length);
  const out = info.outputPath('in', 'out');
  mkdirSync(out, { recursive: true });
  await desk.rows.first().click();
  await studio.page.keyboard.press('ControlOrMeta+a');
  await desk.rows.first().click({ button: 'right' });
  await studio.answerOpen([out]);
  await studio.page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
  await expect(desk.sheet('6 essays exported as Markdown')).toBeVisible();
  const names = readdirSync(out);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9-]*\.md$/);
  const bodies = names.map((name) => readFileSync(join(out, name), 'utf8').split('\n').at(-1));
  expect(bodies.sort()).toEqual(titles.map((_, at) => `Number ${at}.`));
  expect(readdirSync(info.outputPath('in'))).toEqual(['out']);
});
