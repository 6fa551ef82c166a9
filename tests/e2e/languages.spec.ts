import type { CDPSession, Page } from '@playwright/test';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';

const hebrew = 'השעון חזר אחורה ואיש לא ראה';
const arabic = 'عادت الساعة إلى الوراء ولم يرها أحد';
const mixed = `${hebrew}, in the words of Lamport`;

test('a paragraph has the direction of its own first letter, in the editor and on the page', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const body = ['Plain English.', hebrew, arabic, mixed, `- ${hebrew}`, `## ${arabic}`].join(
    '\n\n',
  );
  makeLibrary(library, [{ title: 'Both Ways', body }]);
  const desk = deskOf(await open({ library }));
  await desk.open('Both Ways');
  const directionOf = (text: string) =>
    desk.text
      .locator('.cm-line')
      .filter({ hasText: text })
      .first()
      .evaluate((line) => getComputedStyle(line).direction);
  expect(await directionOf('Plain English')).toBe('ltr');
  expect(await directionOf(arabic)).toBe('rtl');
  expect(await directionOf(mixed)).toBe('rtl');

  const onPage = (selector: string, text: string) =>
    desk.article
      .locator(selector)
      .filter({ hasText: text })
      .first()
      .evaluate((element) => {
        const range = element.ownerDocument.createRange();
        range.selectNodeContents(element);
        const text = range.getBoundingClientRect();
        const box = element.getBoundingClientRect();
        return Math.abs(box.right - text.right) < Math.abs(text.left - box.left) ? 'right' : 'left';
      });
  await expect(desk.article).toContainText(arabic);
  expect(await onPage('p', 'Plain English')).toBe('left');
  expect(await onPage('p', arabic)).toBe('right');
  expect(await onPage('h2', arabic)).toBe('right');
});

test('the cursor goes through a mixed line one letter at a time, and types where it stands', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page } = studio;
  const line = `אבג abc דהו`;
  await desk.write('Mixed', line);
  await page.keyboard.press('Home');
  for (let at = 0; at < line.length; at += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('|');
  await desk.isSaved();
  // As many steps to the left as the line has letters lead from its start, at the right, to its end.
  expect(bodyOnDisk(studio.library, 'Mixed')).toBe(`${line}|`);

  await page.keyboard.press('ControlOrMeta+Home');
  for (let at = 0; at < 5; at += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Backspace');
  await desk.isSaved();
  // Four letters to the right-hand word's end; the fifth step enters the Latin word, drawn from its last letter on.
  expect(bodyOnDisk(studio.library, 'Mixed')).toBe('c דהו|');
});

/** Types as an input method does: what is being composed stands in the text until it is committed. */
function inputMethod(devtools: CDPSession) {
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  return { compose, commit: (text: string) => devtools.send('Input.insertText', { text }) };
}

const devtoolsOf = (page: Page) => page.context().newCDPSession(page);

test('Japanese composed over several keys, with a save in the middle, is there once and whole', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page, library } = studio;
  await desk.write('作文', '始め。');
  await desk.isSaved();
  const { compose, commit } = inputMethod(await devtoolsOf(page));
  for (const word of [
    {
      steps: ['n', 'に', 'にh', 'にほ', 'にほん', 'にほんg', 'にほんご', '日本語'],
      done: '日本語',
    },
    { steps: ['d', 'で', 'でk', 'でか', 'でかk', 'でかく', 'で書く'], done: 'で書く' },
  ]) {
    for (const [at, step] of word.steps.entries()) {
      await compose(step);
      // Longer than a change waits before it is saved.
      if (at === 3) await page.waitForTimeout(600);
    }
    await commit(word.done);
  }
  await expect.poll(desk.lines).toEqual(['始め。日本語で書く']);
  await desk.isSaved();
  await expect(desk.article).toContainText('始め。日本語で書く');
  expect(bodyOnDisk(library, '作文')).toBe('始め。日本語で書く');

  // One that is given up leaves nothing behind.
  await compose('す');
  await compose('すて');
  await compose('');
  await page.keyboard.type('。');
  await desk.isSaved();
  await expect.poll(() => bodyOnDisk(library, '作文')).toBe('始め。日本語で書く。');

  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => bodyOnDisk(library, '作文')).toBe('始め。日本語で書く。');
});

test('keys that belong to an input method do nothing to the text while it composes', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page, library } = studio;
  await desk.write('Keys', '- ');
  await desk.isSaved();
  const devtools = await devtoolsOf(page);
  const { compose, commit } = inputMethod(devtools);
  // As a browser tells of keys that an input method has taken for itself.
  const taken = (key: string, modifiers = 0) =>
    devtools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      code: key,
      windowsVirtualKeyCode: 229,
      modifiers,
    });
  await compose('とうきょう');
  for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown', 'Backspace']) await taken(key);
  await expect.poll(desk.lines).toEqual(['- とうきょう']);
  await commit('東京');
  await expect.poll(desk.lines).toEqual(['- 東京']);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('京都');
  await desk.isSaved();
  expect(bodyOnDisk(library, 'Keys')).toBe('- 東京\n- 京都');
});

test('accents by dead keys and emoji of several parts are single letters, typed and deleted', async ({
  studio,
}) => {
  const desk = deskOf(studio);
  const { page, library } = studio;
  await desk.write('Letters', 'Caf');
  const { compose, commit } = inputMethod(await devtoolsOf(page));
  await compose('´');
  await commit('é');
  const family = '👩‍👩‍👧‍👦';
  const flag = '🇫🇮';
  await page.keyboard.insertText(` ${family}${flag}e\u0301!`);
  await desk.isSaved();
  expect(bodyOnDisk(library, 'Letters')).toBe(`Café ${family}${flag}e\u0301!`);
  await expect(desk.article).toContainText(`${family}${flag}`);

  for (const left of [
    `Café ${family}${flag}e\u0301`,
    `Café ${family}${flag}`,
    `Café ${family}`,
    'Café ',
  ]) {
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    await expect.poll(desk.lines).toEqual([left]);
  }
  await desk.isSaved();
  expect(bodyOnDisk(library, 'Letters')).toBe('Café ');
});
