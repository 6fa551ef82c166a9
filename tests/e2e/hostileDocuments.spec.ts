import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { expect, test } from '../support/test.ts';
import { watchStalls } from '../support/watchStalls.ts';

const megabyte = 1_000_000;
const times = (piece: string, count: number) => piece.repeat(count);

/** Each of these stops a Markdown editor, a renderer or a browser for many seconds, or overflows its stack. */
const documents: Readonly<Record<string, string>> = {
  'nested emphasis': times('*a **a ', 60_000 / 7),
  'brackets and underscores': times('[ a_', 40_000),
  'links cut short': times('[a](b', 20_000),
  'rising backtick runs': Array.from({ length: 2_000 }, (_, at) => times('`', at + 1)).join('a'),
  'one line of 1 MB': times('word ', megabyte / 5),
  'prose of 5 MB': times(`${times('The clock went back and nobody saw it. ', 12)}\n\n`, 11_000),
};

/** In ms; generous, because tests share their machine. Without care each of these documents keeps a window for far longer, or for good. */
const longestStall = 4_000;

const isPlain = /This essay is shown as plain text: \w.+\./;

for (const [name, body] of Object.entries(documents)) {
  test(`an essay of ${name} opens as plain text, takes typing and a paste, is saved, and is left again`, async ({
    launch,
  }, info) => {
    const library = info.outputPath('Library.longhand');
    makeLibrary(library, [
      { title: 'Hostile', body },
      { title: 'Pasted', body: 'Before.\n\n' },
      { title: 'Ordinary', body: 'With *emphasis*.\n' },
    ]);
    const desk = deskOf(await launch({ library }));
    const { page } = desk;
    const stall = await watchStalls(page);
    const standing = page.locator('.standing');

    await desk.open('Hostile');
    await expect(standing).toHaveText(isPlain);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('It began. ', { delay: 20 });
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' It ended.', { delay: 20 });
    await desk.isSaved();
    expect(await stall(), 'ms of one stall while it was written in').toBeLessThan(longestStall);
    expect(bodyOnDisk(library, 'Hostile') === `It began. ${body} It ended.`).toBe(true);

    await desk.open('Pasted');
    await expect(standing).toBeEmpty();
    await page.keyboard.press('ControlOrMeta+End');
    await desk.text.evaluate((element, plain) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      element.dispatchEvent(paste);
    }, body);
    await expect(standing).toHaveText(isPlain);
    await page.keyboard.type(' After.', { delay: 20 });
    await desk.isSaved();
    expect(await stall(), 'ms of one stall while it was pasted').toBeLessThan(longestStall);
    expect(bodyOnDisk(library, 'Pasted') === `Before.\n\n${body} After.`).toBe(true);

    await desk.open('Ordinary');
    await expect(standing).toBeEmpty();
    await expect(desk.article.locator('em')).toHaveText('emphasis');
    await page.keyboard.type('Still here. ');
    await expect(desk.article).toContainText('Still here. With emphasis.');
    expect(await stall(), 'ms of one stall while it was left').toBeLessThan(longestStall);
  });
}
