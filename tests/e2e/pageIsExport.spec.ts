import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Essay } from '#contract/essay.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { renderArticle } from '#markdown/article.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { type Desk, deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { type Reader, startReader } from '../support/reader.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';
import { commonMarkText, readmes } from '../support/texts.ts';

let reader: Reader;
test.beforeAll(async () => {
  reader = await startReader();
});
test.afterAll(() => reader.close());

const samples = resolve(import.meta.dirname, '../../resources/samples');

/** Exports the essay on the desk and holds the file against the renderer and against the page on screen. */
async function expectSame(studio: Studio, desk: Desk, essay: Essay, folder: string) {
  const path = join(folder, `${essay.slug}.html`);
  await studio.answerSave(path);
  await studio.chooseMenuItem('essay.exportHtml');
  await desk.sheet('Exported as HTML').getByRole('button', { name: 'Done' }).click();

  const file = readFileSync(path, 'utf8');
  const body = file.slice(
    file.indexOf('<main>\n') + '<main>\n'.length,
    file.lastIndexOf('</main>'),
  );
  expect(body.trimEnd()).toBe(renderArticle(essay, renderEssay(essay.body)).trimEnd());

  const { article, requests, complaints } = await reader.open(path);
  expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  expect(file).not.toMatch(/<script(?! type="application\/ld\+json")/);
  const onScreen = () => desk.article.evaluate((element) => element.outerHTML);
  // The rest of a long page is filled in while nothing else happens.
  await expect.poll(async () => (await onScreen()) === article).toBe(true);
}

/** The essay as the library has it now. */
function saved(path: string, { id }: Essay): Essay {
  const library = openLibrary(path, { readOnly: true });
  try {
    return readEssay(library, id);
  } finally {
    library.close();
  }
}

test('the page on screen is what the export holds, for essays as people write them', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  test.slow();
  const essays = makeLibrary(library, [
    ...readdirSync(samples).map(
      (name) => readMarkdownFile(readFileSync(join(samples, name)), name).essay,
    ),
    ...readmes(60)
      .filter((_, at) => at % 12 === 0)
      .map((body, at) => ({ title: `Readme ${at}`, body, tags: ['readme', 'a & b'] })),
    { title: 'The specification', body: commonMarkText(), language: 'de' },
    {
      title: 'Lines that end in two characters',
      body: 'One  \r\ntwo\r\n\r\n- a\r\n- b\r\n\r\n```js\r\nlet x;\r\n\r\n```\r\n\r\n| a |\r\n|---|\r\n| b |\r\n',
    },
  ]);
  const studio = await open({ library });
  const desk = deskOf(studio);
  for (const essay of essays) {
    await desk.open(essay.title);
    await expectSame(studio, desk, essay, info.outputDir);
  }
});

test('the page is still the export’s after typing, pasting, moving and undoing', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const name = 'the-clock-that-went-back.md';
  const { essay: start } = readMarkdownFile(readFileSync(join(samples, name)), name);
  const [essay] = makeLibrary(library, [start]) as [Essay];
  const studio = await open({ library });
  const desk = deskOf(studio);
  const { keyboard } = studio.page;
  await desk.open(essay.title);

  await desk.goToEnd();
  await keyboard.type('\n\n## One more thing[^new]\n\nSee [a reference] and `code`.\n\n', {
    delay: 2,
  });
  await keyboard.insertText(
    '[^new]: A note.\n\n    With two paragraphs.\n\n[a reference]: https://example.com/\n',
  );
  await keyboard.press('ControlOrMeta+Home');
  await keyboard.insertText(
    '> [!NOTE]\n> Before everything.\n\n<details>\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n',
  );
  await keyboard.type('</details>\n\n', { delay: 2 });
  for (let step = 0; step < 12; step += 1) await keyboard.press('ArrowDown');
  await keyboard.type('~~~js\nlet opened = true;\n', { delay: 2 });
  await keyboard.press('ControlOrMeta+z');
  await keyboard.press('ControlOrMeta+z');
  await keyboard.press('ControlOrMeta+Shift+Z');
  for (let step = 0; step < 6; step += 1) await keyboard.press('Alt+ArrowDown');
  for (let step = 0; step < 30; step += 1) await keyboard.press('Backspace');
  await desk.isSaved();
  await expectSame(studio, desk, saved(library, essay), info.outputDir);

  await desk.text.focus();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await expect(desk.article.locator(':scope > :not(header)')).toHaveCount(0);
  await desk.isSaved();
  await expectSame(studio, desk, saved(library, essay), info.outputDir);
});

test('an exported page names itself, its language and its excerpt, and asks nothing of anyone', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const start = {
    title: 'Pictures & “Quotes”',
    excerpt: 'Two sentences. <b>Both</b> plain.',
    language: 'en-GB',
    body: '![remote](https://example.com/a.png)\n\n<script>alert(1)</script>\n\n[link](https://example.com/)\n',
  };
  const [essay] = makeLibrary(library, [start]) as [Essay];
  const studio = await open({ library });
  const desk = deskOf(studio);
  await desk.open(start.title);
  await expectSame(studio, desk, saved(library, essay), info.outputDir);
  const path = join(info.outputDir, 'pictures-quotes.html');
  const file = readFileSync(path, 'utf8');
  expect(file).toContain('<html lang="en-GB" dir="ltr">');
  expect(file).toContain(
    '<meta name="description" content="Two sentences. &lt;b&gt;Both&lt;/b&gt; plain.">',
  );
  expect((await reader.open(path)).title).toBe('Pictures & “Quotes”');
});
