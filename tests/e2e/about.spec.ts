import { AxeBuilder } from '@axe-core/playwright';
import { deskOf } from '../support/desk.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

/** As a package that was made with a place to look has it; what is asked there is answered by the test. */
async function announce(studio: Studio, announced: unknown): Promise<void> {
  await studio.main(({ session, app }, answer) => {
    const folder = app.getPath('temp');
    const { mkdtempSync, writeFileSync, symlinkSync, readFileSync } =
      process.getBuiltinModule('fs');
    const { join } = process.getBuiltinModule('path');
    const packed = mkdtempSync(join(folder, 'longhand-packed-'));
    const own = app.getAppPath();
    const said = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
    const updates = 'https://longhand.example/newest.json';
    writeFileSync(join(packed, 'package.json'), JSON.stringify({ ...said, updates }));
    for (const name of ['out', 'resources']) symlinkSync(join(own, name), join(packed, name));
    app.getAppPath = () => packed;
    session.fromPartition = (() => ({ fetch: async () => Response.json(answer) })) as never;
  }, announced);
}

for (const theme of ['light', 'dark'] as const) {
  test(`says what it is and whose work is in it, ${theme}`, async ({ open }) => {
    const studio = await open({ preferences: { theme } });
    const { page } = studio;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await studio.chooseMenuItem('help.about');
    const sheet = deskOf(studio).sheet('About Longhand');
    await expect(sheet).toContainText(/Version \d+\.\d+\.\d+/);
    await expect(sheet).toContainText('made without a place to look for newer versions');
    const part = sheet.locator('details').filter({ hasText: 'better-sqlite3' });
    const terms = part.getByText('Permission is hereby granted');
    await expect(terms).toBeHidden();
    await part.locator('summary').press('Enter');
    await expect(terms).toBeVisible();
    const faces = sheet.locator('summary').filter({ hasText: 'OFL-1.1' });
    await expect(faces.filter({ hasText: /^Inter/ })).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations).toEqual([]);
  });
}

test('a newer version is looked for when the writer asks, and read about outside', async ({
  launch,
}) => {
  // Where to look is read once in a run.
  const studio = await launch();
  await announce(studio, { version: '99.1.0', page: 'https://longhand.example/99' });
  const desk = deskOf(studio);
  await studio.chooseMenuItem('help.updates');
  const sheet = desk.sheet('About Longhand');
  await expect(sheet.getByRole('status')).toContainText('Version 99.1.0 is out.');
  await sheet.getByRole('button', { name: 'Read about it' }).click();
  expect(await studio.opened()).toEqual(['https://longhand.example/99']);

  await announce(studio, { version: 'soon' });
  await sheet.getByRole('button', { name: 'Look for a newer version' }).click();
  await expect(sheet.getByRole('status')).toContainText(
    '“longhand.example” could not be asked for a newer version. Nothing was changed.',
  );
  await sheet.getByRole('button', { name: 'Done' }).click();

  await studio.chooseMenuItem('preferences.open');
  const preferences = desk.sheet('Preferences');
  const lookFor = preferences.getByRole('switch', { name: 'Look for newer versions' });
  await expect(lookFor).not.toBeChecked();
  await lookFor.click();
  await expect(lookFor).toBeChecked();
});
