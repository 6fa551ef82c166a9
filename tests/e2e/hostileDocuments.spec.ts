import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Desk, deskOf } from '../support/desk.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import { stockLibrary } from '../support/stockLibrary.ts';
import { launchStudio, type Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { watchBlocking } from '../support/watchBlocking.ts';

// One studio for all of them: a window that one document has worn out fails the next.
test.describe.configure({ mode: 'default' });

const megabyte = 1_000_000;
const times = (piece: string, count: number) => piece.repeat(count);

/** Each of these stops a Markdown editor, a renderer or a browser for many seconds, or overflows its stack. */
const documents: Readonly<Record<string, string>> = {
  'nested emphasis, 60 KB': times('*a **a ', 60_000 / 7),
  'nested emphasis, 1 MB': times('*a **a ', megabyte / 7),
  'brackets and underscores': times('[ a_', 40_000),
  'links cut short': times('[a](b', 20_000),
  'rising backtick runs': Array.from({ length: 2_000 }, (_, at) => times('`', at + 1)).join('a'),
  'one line of 1 MB': times('word ', megabyte / 5),
  'prose of 5 MB': times(`${times('The clock went back and nobody saw it. ', 12)}\n\n`, 11_000),
  'quotes in quotes': `${times('>', 10_000)} deep`,
  'lists in lists': `${times('- ', 10_000)}deep`,
  'elements that never end': times('<div>\n', 100_000),
};

/** In ms; generous, because tests share their machine. Each of these documents can keep a window for ten times as long. */
const mostBlocked = 2_000;

let folder: string;
let studio: Studio;
let desk: Desk;
let longestBlock: () => Promise<number>;

test.beforeAll(async ({}, info) => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  const library = join(folder, 'Hostile.longhand');
  stockLibrary(
    library,
    Object.entries(documents).flatMap(([title, body]) => [
      { title, body },
      { title: `Pasted: ${title}`, body: 'Before.\n\n' },
    ]),
  );
  studio = await launchStudio({ engine: info.project.use.engine, library });
  desk = deskOf(studio);
  longestBlock = await watchBlocking(studio.page);
});
test.afterAll(async () => {
  await studio.discard();
  rmSync(folder, { recursive: true, force: true });
});

const isPlain = /This essay is shown as plain text: .+\./;

for (const [title, body] of Object.entries(documents)) {
  test(`an essay of ${title} opens, takes typing, and is saved and exported whole`, async () => {
    await open(title);
    await expect(desk.page.locator('.standing')).toHaveText(isPlain);
    expect(await longestBlock()).toBeLessThan(mostBlocked);

    await desk.page.keyboard.press('ControlOrMeta+Home');
    await desk.page.keyboard.type('It began. ', { delay: 20 });
    await desk.page.keyboard.press('ControlOrMeta+End');
    await desk.page.keyboard.type(' It ended.', { delay: 20 });
    await desk.isSaved();
    expect(bodyOnDisk(studio.library, title) === `It began. ${body} It ended.`).toBe(true);
    expect(await longestBlock()).toBeLessThan(mostBlocked);

    const file = join(folder, 'exported');
    await exportTo(`${file}.md`, 'Markdown');
    expect(readFileSync(`${file}.md`, 'utf8').endsWith(`It began. ${body} It ended.`)).toBe(true);
    await exportTo(`${file}.html`, 'HTML');
    expect(readFileSync(`${file}.html`, 'utf8').trimEnd().endsWith('</html>')).toBe(true);
    expect(await longestBlock()).toBeLessThan(mostBlocked);
  });

  test(`a paste of ${title} arrives whole, and the window goes on`, async () => {
    await open(`Pasted: ${title}`);
    await desk.page.keyboard.press('ControlOrMeta+End');
    await paste(body);
    await expect(desk.page.locator('.standing')).toHaveText(isPlain);
    await desk.page.keyboard.type(' After.', { delay: 20 });
    await desk.isSaved();
    expect(bodyOnDisk(studio.library, `Pasted: ${title}`) === `Before.\n\n${body} After.`).toBe(true);
    expect(await longestBlock()).toBeLessThan(mostBlocked);
  });
}

/** Opens an essay from the library, and waits until its page stands. */
async function open(title: string): Promise<void> {
  await longestBlock();
  await desk.rows.filter({ hasText: title }).last().click();
  await expect(desk.title).toHaveValue(title);
  await expect(desk.page.getByRole('region', { name: 'Page' })).not.toHaveAttribute('aria-busy', 'true');
  await desk.text.focus();
}

async function paste(text: string): Promise<void> {
  await desk.text.evaluate((element, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function exportTo(path: string, format: 'HTML' | 'Markdown'): Promise<void> {
  await studio.answerSave(path);
  await studio.chooseMenuItem(format === 'HTML' ? 'essay.exportHtml' : 'essay.exportMarkdown');
  const sheet = desk.sheet(`Exported as ${format}`);
  await sheet.getByRole('button', { name: 'Done' }).click({ timeout: 30_000 });
  await expect(sheet).toBeHidden();
}
