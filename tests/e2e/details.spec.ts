import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { expect, test } from '../support/test.ts';

/** The one essay of a library that is not in the trash and has this title, whole. */
function essayOf(path: string, title: string) {
  const library = openLibrary(path, { readOnly: true });
  try {
    const { rows } = listEssays(library, {
      trashed: false,
      status: null,
      tag: null,
      sort: 'updated',
    });
    const row = rows.find((each) => each.title === title);
    return row ? readEssay(library, row.id) : null;
  } finally {
    library.close();
  }
}

test('everything said about an essay is kept, shown again, and on the page', async ({ launch }) => {
  const first = await launch();
  const desk = deskOf(first);
  const { page } = first;
  await desk.write('Said', 'Text.');
  await page.keyboard.press('ControlOrMeta+Shift+I');
  const sheet = desk.sheet('Details');
  const field = (label: string) => sheet.getByLabel(label, { exact: true });
  await expect(field('Slug')).toHaveValue('said');

  await field('Title').fill('Said & Done');
  await expect(field('Slug')).toHaveValue('said-done');
  await field('Excerpt').fill('What it is about. In two sentences.');
  await sheet.getByRole('combobox', { name: /^Status/ }).click();
  await page.locator('.menu').getByRole('option', { name: 'In review' }).click();
  await field('Tags').fill('one,');
  await field('Tags').pressSequentially('two words');
  await field('Tags').press('Enter');
  await field('Series').fill('A Series');
  await field('Place').fill('3');
  await field('Language').fill('pt-BR');
  await field('Canonical URL').fill('https://example.com/said');
  await field('Cover image').fill('cover.png');
  await field('What the cover shows').fill('A hand, writing.');
  await field('Published').fill('2024-05-06 07:08');
  await field('Written').fill('2024-01-02 03:04');
  await field('Title').focus();

  const kept = {
    title: 'Said & Done',
    slug: 'said-done',
    slugIsSet: false,
    excerpt: 'What it is about. In two sentences.',
    tags: ['one', 'two words'],
    series: 'A Series',
    seriesPlace: 3,
    status: 'review',
    language: 'pt-BR',
    canonicalUrl: 'https://example.com/said',
    coverImage: 'cover.png',
    coverAlt: 'A hand, writing.',
    publishedAt: new Date('2024-05-06T07:08').toISOString(),
    createdAt: new Date('2024-01-02T03:04').toISOString(),
    body: 'Text.',
  };
  await expect.poll(() => essayOf(first.library, 'Said & Done')).toMatchObject(kept);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(desk.article).toHaveAttribute('lang', 'pt-BR');
  await expect(desk.article.locator('h1')).toHaveText('Said & Done');
  await expect(desk.article.locator('header')).toContainText('A Series');
  await expect(desk.article.locator('.tags')).toHaveText('one · two words');
  await expect(desk.rows).toContainText(['In review']);
  expect(await first.quit()).toBe(0);

  const again = await launch({ settings: first.settings, library: first.library });
  const second = deskOf(again);
  await again.page.keyboard.press('ControlOrMeta+Shift+I');
  const shown = second.sheet('Details');
  await expect(shown.getByLabel('Slug')).toHaveValue('said-done');
  await expect(shown.getByLabel('Place')).toHaveValue('3');
  await expect(shown.getByLabel('Published')).toHaveValue('2024-05-06 07:08');
  await shown.getByRole('button', { name: 'Remove one' }).click();
  await expect.poll(() => essayOf(first.library, 'Said & Done')?.tags).toEqual(['two words']);
  await shown.getByLabel('Published').fill('');
  await shown.getByLabel('Title', { exact: true }).focus();
  await expect.poll(() => essayOf(first.library, 'Said & Done')?.publishedAt).toBe(null);
});

test('a slug is made safe and unique, and follows the title again when asked', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(library, [{ title: 'Taken', body: 'Text.\n' }]);
  const studio = await open({ library });
  const desk = deskOf(studio);
  await desk.write('Mine', 'Text.');
  await studio.chooseMenuItem('essay.details');
  const sheet = desk.sheet('Details');
  const slug = sheet.getByLabel('Slug');
  const saved = () => essayOf(library, 'Mine')?.slug;

  await slug.fill('../../etc/passwd');
  await expect.poll(saved).toBe('etc-passwd');
  await sheet.getByLabel('Excerpt').focus();
  await expect(slug).toHaveValue('etc-passwd');
  await slug.fill('Taken');
  await expect.poll(saved).toBe('taken-2');
  await sheet.getByLabel('Excerpt').focus();
  await expect(slug).toHaveValue('taken-2');
  await sheet.getByRole('button', { name: 'Follow the title' }).click();
  await expect.poll(saved).toBe('mine');
  await expect(slug).toHaveValue('mine');
  await sheet.getByLabel('Title', { exact: true }).fill('Taken');
  await expect(slug).toHaveValue('taken-2');

  await sheet.getByLabel('Published').fill('the day after never');
  await sheet.getByLabel('Excerpt').focus();
  await expect(sheet.getByRole('alert')).toBeVisible();
  expect(essayOf(library, 'Taken')?.publishedAt ?? null).toBe(null);
});

test('a value that is too large is refused in a sentence, and the field can be mended', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  await desk.write('Bounded', 'Text.');
  await studio.chooseMenuItem('essay.details');
  const sheet = desk.sheet('Details');
  const problem = sheet.getByRole('alert');

  for (const digits of [17, 400]) {
    await sheet.getByLabel('Place').fill('9'.repeat(digits));
    await expect(problem).toContainText('Write a whole number from 1, of at most 15 digits.');
    await sheet.getByLabel('Place').fill('7');
    await expect.poll(() => essayOf(studio.library, 'Bounded')?.seriesPlace).toBe(7);
    await expect(problem).toBeHidden();
  }
  await sheet.getByLabel('Excerpt').fill('long '.repeat(20_001));
  await expect(problem).toHaveText('The excerpt is longer than 100,000 characters. Shorten it.');
  await sheet.getByLabel('Excerpt').fill('Short.');
  await expect.poll(() => essayOf(studio.library, 'Bounded')?.excerpt).toBe('Short.');
  await expect(problem).toBeHidden();
});
