import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { expect, test } from '../support/test.ts';

test('an essay is exported where the dialog says, with what was typed a moment ago', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  await desk.write('On Leaving', 'First.');
  await desk.isSaved();
  await desk.stopTheClock();
  await studio.page.keyboard.type(' *Last.*');

  const html = info.outputPath('leaving.html');
  await studio.answerSave(html);
  await studio.page.keyboard.press('ControlOrMeta+Shift+E');
  const sheet = desk.sheet('Exported as HTML');
  await expect(sheet.getByText(html)).toBeVisible();
  await sheet.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(studio.opened).toEqual([html]);
  await studio.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  expect(readFileSync(html, 'utf8')).toContain('<p>First. <em>Last.</em></p>');
  expect((await studio.shownDialogs()).at(-1)?.defaultPath).toMatch(/on-leaving\.html$/);

  const markdown = info.outputPath('leaving.md');
  await studio.answerSave(markdown);
  await studio.chooseMenuItem('essay.exportMarkdown');
  await desk.sheet('Exported as Markdown').getByRole('button', { name: 'Done' }).click();
  expect(readFileSync(markdown, 'utf8')).toMatch(
    /^---\ntitle: On Leaving\n[\s\S]*---\n+First\. \*Last\.\*$/,
  );
  await expect(desk.text).toBeFocused();

  await studio.answerSave(null);
  await studio.chooseMenuItem('essay.exportMarkdown');
  await expect.poll(async () => (await studio.shownDialogs()).length).toBe(3);
  await expect(studio.page.getByRole('dialog')).toHaveCount(0);

  await studio.answerSave(join(info.outputDir, 'no such folder', 'leaving.html'));
  await studio.chooseMenuItem('essay.exportHtml');
  await expect(desk.notice.getByRole('alert')).toContainText('no such folder');
});

test('a selection goes into a folder, and files that are there are asked about', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(library, [
    { title: 'One', body: 'One.\n' },
    { title: 'one', body: 'Small one.\n' },
    { title: '../Two', body: 'Two.\n' },
  ]);
  const folder = info.outputPath('exported');
  mkdirSync(folder);
  writeFileSync(join(folder, 'one.md'), 'Something of the writer’s own.');
  const studio = await open({ library });
  const desk = deskOf(studio);
  const exportAll = async () => {
    await desk.rows.first().click();
    await studio.page.keyboard.press('ControlOrMeta+a');
    await desk.rows.first().click({ button: 'right' });
    await studio.answerOpen([folder]);
    await studio.page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
  };
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  await studio.answerMessage(2);
  await exportAll();
  await expect
    .poll(async () => (await studio.shownDialogs()).at(-1)?.text)
    .toMatch(/there already/);
  expect(readdirSync(folder)).toEqual(['one.md']);

  await studio.answerMessage(0);
  await exportAll();
  const sheet = desk.sheet('2 essays exported as Markdown');
  await expect(sheet.getByText('Left out')).toBeVisible();
  await sheet.getByRole('button', { name: 'Done' }).click();
  expect(read('one.md')).toBe('Something of the writer’s own.');
  expect(readdirSync(folder).sort()).toEqual(['one-2.md', 'one.md', 'two.md']);
  expect(existsSync(join(folder, '..', 'two.md'))).toBe(false);

  await studio.answerMessage(1);
  await exportAll();
  await desk.sheet('3 essays exported as Markdown').getByRole('button', { name: 'Done' }).click();
  expect(read('one.md')).toMatch(/One\.\n$/);
  expect(read('two.md')).toMatch(/Two\.\n$/);
});

test('an export tells what its front matter does not hold', async ({ studio }, info) => {
  const desk = deskOf(studio);
  const broken = info.outputPath('broken.md');
  writeFileSync(broken, '---\ntitle: "never closed\n---\nText.\n');
  await studio.answerOpen([broken]);
  await studio.chooseMenuItem('library.import');
  await desk.sheet('1 essay imported').getByRole('button', { name: 'Done' }).click();
  await expect(desk.title).toHaveValue('broken');
  await desk.title.fill('Mended');
  await studio.answerSave(info.outputPath('out.md'));
  await studio.chooseMenuItem('essay.exportMarkdown');
  const sheet = desk.sheet('Exported as Markdown');
  await expect(sheet.getByRole('listitem')).toContainText(
    /^MendedThe front matter could not be read .* does not hold what changed since\.$/,
  );
  expect(readFileSync(info.outputPath('out.md')).equals(readFileSync(broken))).toBe(true);
});

test('an essay is copied as HTML and as Markdown', async ({ studio }) => {
  const desk = deskOf(studio);
  await desk.write('Copied', 'Some *words*');
  await desk.isSaved();
  await desk.stopTheClock();
  await studio.page.keyboard.type(' more.');
  await studio.page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(desk.notice).toHaveText('Copied as HTML.');
  expect(await studio.copied()).toEqual({
    html: '<p>Some <em>words</em> more.</p>\n',
    text: '<p>Some <em>words</em> more.</p>\n',
  });
  await studio.chooseMenuItem('essay.copyMarkdown');
  await expect(desk.notice).toHaveText('Copied as Markdown.');
  expect(await studio.copied()).toEqual({ html: '', text: 'Some *words* more.' });
});
