import { existsSync } from 'node:fs';
import { expect, test } from '../support/test.ts';

test('the studio opens its window on a library of its own', async ({ launch }) => {
  const studio = await launch();
  await expect(studio.page).toHaveTitle(/Longhand/);
  expect(existsSync(studio.library)).toBe(true);
  const status = await studio.page.evaluate(() => window.studio['library.status']());
  expect(status).toEqual({
    ok: true,
    value: { kind: 'open', path: studio.library, essays: 0, readOnly: false, keptCopy: null },
  });
});

test('an essay written in one start is there in the next', async ({ launch }) => {
  const first = await launch();
  const made = await first.page.evaluate(() =>
    window.studio['essays.create']({ title: 'Kept', body: 'One line.\n' }),
  );
  expect(made.ok).toBe(true);
  expect(await first.quit()).toBe(0);

  const second = await launch({ settings: first.settings, library: first.library });
  const list = await second.page.evaluate(() =>
    window.studio['essays.list']({ trashed: false, status: null, tag: null, sort: 'updated' }),
  );
  expect(list.ok && list.value.rows.map((row) => row.title)).toEqual(['Kept']);
});

test('a second start on the same settings ends at once and leaves the first one running', async ({
  studio,
}) => {
  expect((await studio.secondStart()).code).toBe(0);
  const status = await studio.page.evaluate(() => window.studio['library.status']());
  expect(status.ok).toBe(true);
});

test('a library that was acknowledged survives kill -9', async ({ launch }) => {
  const first = await launch();
  await first.page.evaluate(() => window.studio['essays.create']({ title: 'Acknowledged' }));
  await first.kill();

  const second = await launch({ settings: first.settings, library: first.library });
  const status = await second.page.evaluate(() => window.studio['library.status']());
  expect(status.ok && status.value.kind === 'open' && status.value.essays).toBe(1);
});
