import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { expect, test } from '../support/test.ts';

/** What a key makes of the text `word`, all of it selected. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'ControlOrMeta+b': ['**word**'],
  'ControlOrMeta+i': ['*word*'],
  'ControlOrMeta+e': ['`word`'],
  'ControlOrMeta+Shift+X': ['~~word~~'],
  'ControlOrMeta+Alt+1': ['# word'],
  'ControlOrMeta+Alt+3': ['### word'],
  'ControlOrMeta+Shift+Digit8': ['- word'],
  'ControlOrMeta+Shift+Digit7': ['1. word'],
  'ControlOrMeta+Shift+Digit9': ['- [ ] word'],
  'ControlOrMeta+Shift+Period': ['> word'],
  'ControlOrMeta+Alt+c': ['```', 'word', '```'],
};

test('the usual keys mark up what is selected, and undo takes each back in one step', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { keyboard } = studio.page;
  await desk.write('Keys', 'word');
  for (const [key, marked] of Object.entries(keys)) {
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press(key);
    await expect.poll(desk.lines, key).toEqual(marked);
    await keyboard.press('ControlOrMeta+z');
    await expect.poll(desk.lines, key).toEqual(['word']);
  }

  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('ControlOrMeta+Shift+K');
  await keyboard.type('https://example.com/');
  await expect.poll(desk.lines).toEqual(['[word](https://example.com/)']);

  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await keyboard.press('ControlOrMeta+Alt+t');
  await expect(desk.article.locator('table')).toBeVisible();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Noted');
  await keyboard.press('ControlOrMeta+Shift+Digit6');
  await keyboard.type('A note.');
  await expect
    .poll(async () => (await desk.lines()).join('\n'))
    .toMatch(/^Noted\[\^1\]\n+\[\^1\]: A note\.$/);
});

test('lists, tasks and quotes go on with Enter and end with a second one', async ({ studio }) => {
  const desk = deskOf(studio);
  const { keyboard } = studio.page;
  await desk.write('Lists', '');
  const enter = () => keyboard.press('Enter');
  for (const text of ['1. one', 'two', '', '- [x] done', 'open', '', '> said', 'so']) {
    if (text !== '1. one') await enter();
    await keyboard.type(text);
  }
  // A quote may hold an empty line, so it takes one more to leave it.
  for (let times = 0; times < 3; times += 1) await enter();
  await expect
    .poll(async () => (await desk.lines()).filter((line) => line !== ''))
    .toEqual(['1. one', '2. two', '- [x] done', '- [ ] open', '> said', '> so']);
});

test('an address pasted over a word makes a link, and formatted text becomes Markdown', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { keyboard } = studio.page;
  const paste = (formats: Record<string, string>) =>
    desk.text.evaluate((text, given) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      text.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, formats);
  await desk.write('Pasted', 'word');
  await keyboard.press('ControlOrMeta+a');
  await paste({ 'text/plain': 'https://example.com/a?b=c' });
  await expect.poll(desk.lines).toEqual(['[word](https://example.com/a?b=c)']);

  await keyboard.press('ControlOrMeta+a');
  await paste({
    'text/plain': 'Head bold code',
    'text/html':
      '<meta charset="utf-8"><h2>Head</h2><p><b>bold</b> <code>code</code></p><ul><li>a<li>b</ul><script>alert(1)</script>',
  });
  await expect
    .poll(async () => (await desk.lines()).filter((line) => line !== ''))
    .toEqual(['## Head', '**bold** `code`', '- a', '- b']);

  // What is copied from the page itself, by the system's own clipboard, comes back as it was written.
  await keyboard.press('ControlOrMeta+a');
  await keyboard.insertText('A *very* **strong** [link](https://example.com/).\n');
  await expect(desk.article.locator('strong')).toHaveText('strong');
  await desk.article
    .locator('p')
    .last()
    .click({ clickCount: 3, position: { x: 4, y: 10 } });
  await keyboard.press('ControlOrMeta+c');
  await desk.goToEnd();
  await keyboard.press('ControlOrMeta+v');
  await expect
    .poll(async () => (await desk.lines()).filter((line) => line !== ''))
    .toEqual(Array(2).fill('A *very* **strong** [link](https://example.com/).'));
});

test('words are found and replaced, one by one or all at once', async ({ studio }) => {
  const desk = deskOf(studio);
  const { page } = studio;
  await desk.write('Find', 'cat, Cat and concatenate');
  await page.keyboard.press('ControlOrMeta+f');
  const panel = page.getByRole('search').filter({ has: page.getByLabel('Replace with') });
  const find = panel.getByLabel('Find', { exact: true });
  await expect(find).toBeFocused();
  await find.fill('cat');
  await expect(panel.getByRole('status')).toContainText('3');
  await panel.getByRole('button', { name: 'Match case' }).click();
  await expect(panel.getByRole('status')).toContainText('2');
  await panel.getByRole('button', { name: 'Whole words' }).click();
  await expect(panel.getByRole('status')).toContainText('1');
  await panel.getByLabel('Replace with').fill('dog');
  await panel.getByRole('button', { name: 'Replace all matches' }).click();
  await expect.poll(desk.lines).toEqual(['dog, Cat and concatenate']);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(desk.text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(desk.lines).toEqual(['cat, Cat and concatenate']);
});

test('the outline jumps to a heading, and the counts are the selection’s while there is one', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const parts = Array.from(
    { length: 40 },
    (_, n) => `## Part ${n}\n\nSome five words stand here.\n`,
  );
  makeLibrary(library, [{ title: 'Outlined', body: `# Top\n\n${parts.join('\n')}` }]);
  const studio = await open({ library });
  const desk = deskOf(studio);
  const { page } = studio;
  await desk.open('Outlined');
  await expect(desk.counts).toHaveText('281 words2 min');

  await page.keyboard.press('ControlOrMeta+Shift+L');
  const outline = desk.sheet('Outline');
  await expect(outline.getByRole('listitem')).toHaveCount(41);
  await outline.getByRole('button', { name: 'Part 30' }).click();
  await expect(outline).toBeHidden();
  await expect(desk.text.getByText('## Part 30')).toBeInViewport();
  await expect(desk.frame.getByRole('heading', { name: 'Part 30' })).toBeInViewport();
  await expect(desk.text).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(desk.counts).toHaveText('5 words, 27 characters selected');
  await page.keyboard.press('ArrowRight');
  await expect(desk.counts).toHaveText('281 words2 min');
});

test('code anywhere in a long essay has its colours once it is in view, while it is typed as well', async ({
  launch,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const words = 'The clock went back and nobody saw it. '.repeat(12);
  const part = (number: number) =>
    `${`${words}\n\n`.repeat(40)}\`\`\`js\nconst part = ${number};\n\`\`\`\n\n`;
  makeLibrary(library, [
    { title: 'Long', body: Array.from({ length: 20 }, (_, number) => part(number)).join('') },
  ]);
  const desk = deskOf(await launch({ library }));
  const { keyboard } = desk.page;
  await desk.open('Long');
  const keyword = (number: number) =>
    desk.text.locator('.cm-line', { hasText: `part = ${number};` }).locator('.cm-code-keyword');
  const find = async (number: number) => {
    await keyboard.press('ControlOrMeta+f');
    await keyboard.type(`part = ${number};`);
    await keyboard.press('Enter');
    await keyboard.press('Escape');
  };
  for (const number of [11, 19, 3]) {
    await find(number);
    await expect(keyword(number)).toHaveText('const');
    await keyboard.press('Home');
    await keyboard.type('let gone; ');
    await expect(keyword(number)).toHaveText(['let', 'const']);
  }
});
