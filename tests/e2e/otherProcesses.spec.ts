import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ChangeSet } from '@codemirror/state';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { deleteEssaysForGood, trashEssays } from '#library/essays/trash.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { deskOf } from '../support/desk.ts';
import { openHistory } from '../support/history.ts';
import { bodyOnDisk, essaysOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';
import { typed } from '../support/typed.ts';

const program = resolve(import.meta.dirname, '../../electron/cli/longhand.ts');

/** Runs the command line as a process of its own; its standard output. */
async function longhand(...args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [program, ...args])).stdout;
}

/** Does something to the library as another program would: on a connection of its own. */
function elsewhere<T>(path: string, change: (library: Library) => T): T {
  const library = openLibrary(path);
  try {
    return change(library);
  } finally {
    library.close();
  }
}

/** Replaces the one place where `before` stands in an essay's text. */
function replace(path: string, slug: string, before: string, after: string): EssayId {
  return elsewhere(path, (library) => {
    const { id, body, revision } = findEssay(library, slug);
    const from = body.indexOf(before);
    const changes = ChangeSet.of({ from, to: from + before.length, insert: after }, body.length);
    changeBody(library, { id, baseRevision: revision, steps: typed(changes.toJSON()) });
    return id;
  });
}

test('what the command line imports while the window is open is listed, and typing goes on', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const folder = info.outputPath('imported');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'a.md'),
    '---\ntitle: From the Command Line\ntags: [cli]\n---\nText.\n',
  );
  writeFileSync(join(folder, 'b.md'), '# And Another\n');

  await desk.write('Being Written', 'Start');
  await desk.isSaved();
  await desk.stopTheClock();
  const typing = studio.page.keyboard.type(', typed while another process writes', { delay: 60 });
  const said = await longhand('import', folder, '--library', studio.library, '--json');
  expect(JSON.parse(said).imported).toHaveLength(2);
  await typing;

  await expect(desk.rows.filter({ hasText: 'From the Command Line' })).toHaveCount(1);
  await expect(desk.rows).toHaveCount(3);
  expect(await desk.lines()).toEqual(['Start, typed while another process writes']);
  await desk.search.focus();
  await desk.isSaved();
  expect(bodyOnDisk(studio.library, 'Being Written')).toBe(
    'Start, typed while another process writes',
  );
  expect(await longhand('list', '--library', studio.library)).toContain('being-written');
  await desk.search.fill('command line');
  await expect(desk.rows).toContainText(['From the Command Line']);
});

test('a change made elsewhere to the essay on the desk meets unsaved typing, and both stay', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Shared', 'First paragraph.\n\nSecond paragraph.\n\nThird paragraph.');
  await desk.isSaved();
  await desk.stopTheClock();
  await studio.page.keyboard.press('ControlOrMeta+Home');
  await studio.page.keyboard.press('End');
  await studio.page.keyboard.type(' Mine.');
  replace(studio.library, 'shared', 'Third', 'Their third');
  await expect.poll(desk.lines).toContain('Their third paragraph.');
  await expect(studio.page.locator('.cm-cameIn')).toHaveText(['eir th']);
  await expect(studio.page.getByText('Changed elsewhere too')).toBeVisible();
  // The cursor is where it was.
  await studio.page.keyboard.type(' Still mine.');
  const both = [
    'First paragraph. Mine. Still mine.',
    '',
    'Second paragraph.',
    '',
    'Their third paragraph.',
  ];
  expect(await desk.lines()).toEqual(both);
  await desk.search.focus();
  await desk.isSaved();
  expect(bodyOnDisk(studio.library, 'Shared')).toBe(both.join('\n'));
  await expect(desk.article.locator(':scope > p')).toHaveText(both.filter((line) => line !== ''));

  // Saved and changed elsewhere in the same moment: the save finds another revision and is made again.
  await desk.goToEnd();
  await studio.page.keyboard.type(' The end.');
  replace(studio.library, 'shared', 'Second', 'Their second');
  await desk.search.focus();
  await desk.isSaved();
  expect(bodyOnDisk(studio.library, 'Shared')).toBe(
    'First paragraph. Mine. Still mine.\n\nTheir second paragraph.\n\nTheir third paragraph. The end.',
  );
});

test('an essay renamed, trashed or deleted elsewhere while it is open loses no typing', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Old Name', 'Text');
  await desk.isSaved();
  const { id } = elsewhere(studio.library, (library) => findEssay(library, 'old-name'));
  elsewhere(studio.library, (library) => describeEssay(library, id, { title: 'New Name' }));
  await expect(desk.title).toHaveValue('New Name');
  await expect(desk.rows).toContainText(['New Name']);

  await desk.stopTheClock();
  await desk.goToEnd();
  await studio.page.keyboard.type(' not yet saved');
  elsewhere(studio.library, (library) => trashEssays(library, [id]));
  await expect(desk.rows).toHaveCount(0);
  expect(await desk.lines()).toEqual(['Text not yet saved']);
  await desk.search.focus();
  await expect.poll(() => essaysOnDisk(studio.library)[0]?.body).toBe('Text not yet saved');

  elsewhere(studio.library, (library) => deleteEssaysForGood(library, [id]));
  await expect(desk.title).toBeHidden();
});

test('what another program writes comes into the history that is open, and the moment that is looked at stays', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Shared', 'One.');
  await desk.isSaved();
  const history = await openHistory(studio);
  const last = Number(await history.slider.getAttribute('aria-valuemax'));

  replace(studio.library, 'shared', 'One.', 'One. Two.');
  await expect(history.slider).toHaveAttribute('aria-valuemax', `${last + 1}`);
  // Who is at the end stays at the end.
  await expect.poll(history.lines).toEqual(['One. Two.']);

  await studio.page.keyboard.press('Home');
  await expect.poll(history.lines).toEqual(['']);
  replace(studio.library, 'shared', 'Two.', 'Two. Three.');
  await expect(history.slider).toHaveAttribute('aria-valuemax', `${last + 2}`);
  await expect(history.slider).toHaveAttribute('aria-valuenow', '0');
  expect(await history.lines()).toEqual(['']);

  await studio.page.keyboard.press('Escape');
  await expect.poll(desk.lines).toEqual(['One. Two. Three.']);
  await desk.goToEnd();
  await studio.page.keyboard.type(' Four.');
  await expect.poll(() => bodyOnDisk(studio.library, 'Shared')).toBe('One. Two. Three. Four.');
});
