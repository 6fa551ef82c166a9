import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/test.ts';

test('a menu item and its key both reach the window', async ({ studio }) => {
  const { page } = studio;
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.studio.on('command.chosen', (command) => heard.push(command));
  });
  await studio.chooseMenuItem('view.page');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
    .toContain('view.page');
});

test('an export goes where the dialog says, and can be shown there', async ({ studio }, info) => {
  const { page } = studio;
  const path = info.outputPath('essay.md');
  await studio.answerSave(path);
  const report = await page.evaluate(async () => {
    const made = await window.studio['essays.create']({ title: 'Out', body: 'Body.\n' });
    if (!made.ok) throw new Error(made.error.message);
    return window.studio['export.write']([made.value.id], 'markdown');
  });
  expect(report).toMatchObject({ ok: true, value: { written: [{ path }] } });
  expect(readFileSync(path, 'utf8')).toMatch(/Body\.\n$/);

  await page.evaluate((written) => window.studio['export.reveal'](written), path);
  expect(await studio.opened()).toEqual([path]);
  expect(await page.evaluate(() => window.studio['export.reveal']('/etc/passwd'))).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
});

test('a dialog that is cancelled changes nothing', async ({ studio }) => {
  await studio.answerOpen(null);
  const result = await studio.page.evaluate(() => window.studio['library.choose']('open'));
  expect(result).toEqual({ ok: true, value: null });
  expect((await studio.shownDialogs()).map(({ text }) => text)).toEqual(['Open Library']);
});

test('an essay is copied as rich text with its source beside it', async ({ studio }) => {
  await studio.page.evaluate(async () => {
    const made = await window.studio['essays.create']({ body: '*Copied*\n' });
    if (made.ok) await window.studio['export.copy'](made.value.id, 'html');
  });
  const copied = await studio.copied();
  expect(copied.html).toContain('<em>Copied</em>');
  expect(copied.text).toBe(copied.html);
});

test('the theme that is chosen is the page’s colour scheme at once', async ({ studio }) => {
  const isDark = () =>
    studio.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(false);
  await studio.page.evaluate(() => window.studio['preferences.change']({ theme: 'dark' }));
  await expect.poll(isDark).toBe(true);
});

test('a second start hands its files and its library to the first', async ({ launch }, info) => {
  const first = await launch();
  const other = info.outputPath('other.longhand');
  expect((await first.secondStart({ library: other })).code).toBe(0);
  await expect.poll(() => existsSync(other)).toBe(true);
  await expect
    .poll(async () => {
      const status = await first.page
        .evaluate(() => window.studio['library.status']())
        .catch(() => null);
      return status?.ok && status.value.path;
    })
    .toBe(other);

  const samples = join(info.config.rootDir, '../../resources/samples/what-it-cost-to-leave.md');
  await first.secondStart({ library: other, files: [samples] });
  await expect
    .poll(async () => {
      const status = await first.page.evaluate(() => window.studio['library.status']());
      return status.ok && status.value.kind === 'open' && status.value.essays;
    })
    .toBe(1);
});

test('a termination signal is a quit: the process ends well', async ({ studio }) => {
  await studio.main(() => {
    process.kill(process.pid, 'SIGTERM');
  });
  expect(await studio.exited).toBe(0);
});

test('the studio ends when its page is closed from outside', async ({ studio }) => {
  await studio.page.close();
  expect(await studio.exited).toBe(0);
});
