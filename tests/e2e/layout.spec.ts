import { type Desk, deskOf } from '../support/desk.ts';
import { expect, test } from '../support/test.ts';

/** The editor's share of the room that it and the page have together. */
async function share({ page }: Desk): Promise<number> {
  const [editor, published] = await Promise.all(
    ['editor', 'page'].map((pane) => page.locator(`[data-pane="${pane}"]`).boundingBox()),
  );
  return editor!.width / (editor!.width + published!.width);
}

test('editor and page are shown side by side or alone, by key, menu and button', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page } = studio;
  await desk.write('Panes', 'Text.');
  const shown = async (text: boolean, published: boolean) => {
    await expect(desk.text).toBeVisible({ visible: text });
    await expect(desk.article).toBeVisible({ visible: published });
  };
  const show = page.getByRole('group', { name: 'Show' });
  await shown(true, true);
  await page.keyboard.press('ControlOrMeta+2');
  await shown(true, false);
  await expect(show.getByRole('button', { name: 'Editor' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await studio.chooseMenuItem('view.page');
  await shown(false, true);
  await show.getByRole('button', { name: 'Both' }).click();
  await shown(true, true);

  await studio.chooseMenuItem('library.toggle');
  await expect(desk.rows).toHaveCount(0);
  await studio.chooseMenuItem('library.toggle');
  await expect(desk.rows).toHaveCount(1);
});

test('split, layout, library and window are found again as they were left', async ({ launch }) => {
  const first = await launch({ size: { width: 1300, height: 820 } });
  const desk = deskOf(first);
  await desk.write('Split', 'Text.');
  const split = first.page.getByRole('separator', { name: 'Editor and page' });
  await expect.poll(() => share(desk)).toBeCloseTo(0.5, 1);

  await split.focus();
  for (let step = 0; step < 5; step += 1) await first.page.keyboard.press('ArrowRight');
  await expect.poll(() => share(desk)).toBeCloseTo(0.6, 1);

  const line = (await split.boundingBox())!;
  const ground = (await first.page.locator('.desk').boundingBox())!;
  await first.page.mouse.move(line.x + line.width / 2, line.y + 200);
  await first.page.mouse.down();
  await first.page.mouse.move(ground.x + ground.width * 0.3, line.y + 220, { steps: 4 });
  await first.page.mouse.up();
  await expect.poll(() => share(desk)).toBeCloseTo(0.3, 1);
  // Dragged too far, each pane keeps room to be read in.
  await first.page.mouse.move(ground.x + ground.width * 0.3, line.y + 200);
  await first.page.mouse.down();
  await first.page.mouse.move(ground.x + 5, line.y + 200, { steps: 4 });
  await first.page.mouse.up();
  await expect.poll(() => share(desk)).toBeCloseTo(0.2, 1);

  await first.chooseMenuItem('view.themeDark');
  await first.chooseMenuItem('view.larger');
  await first.page.keyboard.press('ControlOrMeta+\\');
  await first.page.setViewportSize({ width: 1111, height: 777 });
  await desk.isSaved();
  expect(await first.quit()).toBe(0);

  const again = await launch({ settings: first.settings, library: first.library });
  const second = deskOf(again);
  await expect(second.title).toHaveValue('Split');
  await expect.poll(() => share(second)).toBeCloseTo(0.2, 1);
  await expect(second.rows).toHaveCount(0);
  expect(await again.page.evaluate(() => [innerWidth, innerHeight])).toEqual([1111, 777]);
  expect(await second.text.evaluate((text) => getComputedStyle(text).fontSize)).toBe('17px');
  const dark = '(prefers-color-scheme: dark)';
  expect(await again.page.evaluate((query) => matchMedia(query).matches, dark)).toBe(true);
});

test('the theme is the writer’s choice or the system’s, in the window and on the page', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Theme', 'Text.');
  const grounds = async () => {
    const ground = (element: Element) => getComputedStyle(element).backgroundColor;
    return {
      window: await studio.page.locator('html').evaluate(ground),
      page: await desk.frame.locator('html').evaluate(ground),
    };
  };
  const light = await grounds();
  await studio.chooseMenuItem('view.themeDark');
  await expect.poll(async () => (await grounds()).window).not.toBe(light.window);
  await expect.poll(async () => (await grounds()).page).not.toBe(light.page);
  await studio.chooseMenuItem('view.themeLight');
  await expect.poll(grounds).toEqual(light);
  await studio.chooseMenuItem('view.themeSystem');
  await expect.poll(grounds).toEqual(light);
  await expect.poll(() => studio.main(({ nativeTheme }) => nativeTheme.themeSource)).toBe('system');
});
