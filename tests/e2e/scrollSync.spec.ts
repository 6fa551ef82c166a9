import type { Locator } from '@playwright/test';
import { type Desk, deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { bodyOnDisk } from '../support/onDisk.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

/** A picture of 40 by 30 px, drawn at its own size. */
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAADRv8uKAAAAMUlEQVR42u3NMQEAAAgDILV/51nBzwci0CmuRgEA';

const filler =
  'and then it goes on for long enough to need several rows in either pane, as a paragraph of an essay does';

/** Part `n` of a long essay. Every line that can be seen on the page begins with a word of its own. */
function part(n: number): string {
  return `## heading${n} of the part

plain${n} ${filler}, ${filler}, and ${filler}.

soft${n}a ${filler},
soft${n}b which goes on in the next line of the source, and this one is long as well: ${filler},
soft${n}c and ends.

hard${n}a with a hard break  
hard${n}b with another\\
hard${n}c *and* ${filler}

\`\`\`js
const code${n}a = 1;

const code${n}b = 'a line of code that is far wider than the column in which it is shown, so that it has to go somewhere';
const code${n}c = 3;
\`\`\`

| column | other |
|--------|------:|
| cell${n}a | 1 |
| cell${n}b | 2 |
| cell${n}c ${filler} | 3 |

![A picture](${picture} "figure${n} has a title")

- item${n}a ${filler}
- item${n}b
  - nested${n} ${filler}

1. one${n}

   further${n} in the same item

- [ ] task${n}a
- [x] task${n}b

> quote${n}a ${filler}
> quote${n}b

> [!WARNING]
> alert${n}a ${filler}
>
> alert${n}b

---

after${n} ${filler}[^${n}]

[^${n}]: note${n} ${filler}
`;
}

const body = Array.from({ length: 8 }, (_, n) => part(n)).join('\n');
const source = body.split('\n');

/** Words that begin a line which stands at one place of the page, with the element whose top is that line's, if not its text row. */
const kinds: [word: (n: number) => string, element?: string][] = [
  [(n) => `heading${n}`, 'h2'],
  [(n) => `plain${n}`],
  [(n) => `soft${n}a`],
  [(n) => `soft${n}b`],
  [(n) => `soft${n}c`],
  [(n) => `hard${n}b`],
  [(n) => `hard${n}c`],
  [(n) => `code${n}a`],
  [(n) => `code${n}b`],
  [(n) => `code${n}c`],
  [(n) => `cell${n}a`, 'tr'],
  [(n) => `cell${n}c`, 'tr'],
  [(n) => `figure${n}`, 'figure'],
  [(n) => `item${n}a`],
  [(n) => `nested${n}`],
  [(n) => `one${n}`],
  [(n) => `further${n}`],
  [(n) => `task${n}b`],
  [(n) => `quote${n}b`],
  [(n) => `alert${n}a`],
  [(n) => `alert${n}b`],
  [(n) => `after${n}`],
];

async function openLong(open: (options: { library: string }) => Promise<Studio>, path: string) {
  makeLibrary(path, [{ title: 'Long', body }]);
  const studio = await open({ library: path });
  const desk = deskOf(studio);
  await desk.open('Long');
  await expect(desk.article).toContainText('after7');
  return { studio, desk };
}

/** Where the row of text that begins with a word is in the page, in px from the frame's top. */
function placeOnPage(desk: Desk, word: string, element?: string): Promise<number> {
  return desk.article.evaluate(
    (article, [wanted, closest]) => {
      const view = article.ownerDocument.defaultView!;
      const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.search(new RegExp(`\\b${wanted}\\b`));
        if (at < 0) continue;
        const parent = node.parentElement!;
        if (closest) return parent.closest(closest)!.getBoundingClientRect().top;
        const range = article.ownerDocument.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const row = range.getBoundingClientRect();
        // The row is as high as its line, the letter's box is not.
        const line = parent.closest('p, li, pre, td, h2')!;
        const lineHeight = Number.parseFloat(view.getComputedStyle(line).lineHeight);
        return row.top + row.height / 2 - lineHeight / 2;
      }
      throw new Error(`“${wanted}” is not on the page.`);
    },
    [word, element] as const,
  );
}

/** Where a source line is in the editor, in px from the top of what is visible; null while it is not drawn. */
function placeInEditor(desk: Desk, line: string): Promise<number | null> {
  return desk.scroller.evaluate((scroller, wanted) => {
    const found = [...scroller.querySelectorAll('.cm-line')].find(
      (each) => each.textContent === wanted,
    );
    return found ? found.getBoundingClientRect().top - scroller.getBoundingClientRect().top : null;
  }, line);
}

function lineOf(word: string): number {
  return source.findIndex((line) => new RegExp(`\\b${word}\\b`).test(line));
}

/** Scrolls the editor until a source line is at its top, as a wheel would: by looking where things are. */
async function scrollEditorTo(desk: Desk, line: number): Promise<void> {
  const text = source[line]!;
  await expect
    .poll(async () => {
      const place = await placeInEditor(desk, text);
      await desk.scroller.evaluate(
        (scroller, [by, part]) => {
          scroller.scrollTop =
            by === null ? part! * scroller.scrollHeight : scroller.scrollTop + by;
        },
        [place, line / source.length] as const,
      );
      return place === null ? Number.POSITIVE_INFINITY : Math.abs(place);
    })
    .toBeLessThan(0.6);
}

/** Whole pixels are all that a page scrolls by: the line's first is the topmost. */
async function scrollPageTo(desk: Desk, word: string, element?: string): Promise<void> {
  const place = await placeOnPage(desk, word, element);
  await desk.article.evaluate((article, by) => {
    article.ownerDocument.defaultView!.scrollBy({ top: by, behavior: 'instant' });
  }, Math.ceil(place));
}

function scrollTops(desk: Desk): Promise<number[]> {
  const top = (place: Locator) =>
    place.evaluate((element) =>
      element.tagName === 'ARTICLE'
        ? element.ownerDocument.defaultView!.scrollY
        : element.scrollTop,
    );
  return Promise.all([top(desk.scroller), top(desk.article)]);
}

test('the line at the top of the editor is at the top of the page, and stays there', async ({
  open,
}, info) => {
  const { studio, desk } = await openLong(open, info.outputPath('Library.longhand'));
  const off: string[] = [];
  for (const [at, [word, element]] of kinds.entries()) {
    const wanted = word((at * 3) % 7);
    await scrollEditorTo(desk, lineOf(wanted));
    const place = () => placeOnPage(desk, wanted, element);
    await expect
      .poll(async () => Math.abs(await place()), { timeout: 2_000 })
      .toBeLessThan(2)
      .catch(async () => {
        off.push(`${wanted}: ${await place()} px`);
      });
  }
  expect(off).toEqual([]);

  const before = await scrollTops(desk);
  await studio.page.waitForTimeout(400);
  expect(await scrollTops(desk)).toEqual(before);
});

test('the line at the top of the page is at the top of the editor, and stays there', async ({
  open,
}, info) => {
  const { studio, desk } = await openLong(open, info.outputPath('Library.longhand'));
  const off: string[] = [];
  for (const [at, [word, element]] of kinds.entries()) {
    const wanted = word((at * 5) % 7);
    await scrollPageTo(desk, wanted, element);
    const place = () => placeInEditor(desk, source[lineOf(wanted)]!);
    await expect
      .poll(async () => Math.abs((await place()) ?? 9_999), { timeout: 2_000 })
      .toBeLessThan(2)
      .catch(async () => {
        off.push(`${wanted}: ${await place()} px`);
      });
  }
  expect(off).toEqual([]);

  const before = await scrollTops(desk);
  await studio.page.waitForTimeout(400);
  expect(await scrollTops(desk)).toEqual(before);
});

test('both ends are reached from either side, and the page follows what is typed at the end', async ({
  open,
}, info) => {
  const { studio, desk } = await openLong(open, info.outputPath('Library.longhand'));
  const { page, library } = studio;
  await desk.article.evaluate((article) => {
    article.ownerDocument.defaultView!.scrollTo({ top: 1e6, behavior: 'instant' });
  });
  await expect(desk.text.getByText('note7')).toBeInViewport();

  await desk.scroller.evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await expect
    .poll(
      async () =>
        await desk.article.evaluate((article) => article.ownerDocument.defaultView!.scrollY),
    )
    .toBe(0);

  await desk.scroller.evaluate((scroller) => {
    scroller.scrollTop = 1e6;
  });
  await expect(desk.text.getByText('note7')).toBeInViewport();

  await desk.goToEnd();
  for (let n = 0; n < 12; n += 1) {
    await page.keyboard.type(`\ntyped${n} at the end\n`);
  }
  await expect(desk.frame.getByText('typed11')).toBeInViewport();
  await expect(desk.text.getByText('typed11')).toBeInViewport();
  await desk.isSaved();
  expect(bodyOnDisk(library, 'Long')).toMatch(/typed11 at the end\n$/);
});

test('the writer may turn from the page to the editor at once', async ({ open }, info) => {
  const { desk } = await openLong(open, info.outputPath('Library.longhand'));
  const nextFrames = (frames: number) =>
    desk.scroller.evaluate(async (_, count) => {
      for (let n = 0; n < count; n += 1) await new Promise(requestAnimationFrame);
    }, frames);
  for (const [word, back] of [
    ['plain3', 'plain1'],
    ['heading6', 'heading2'],
    ['soft5a', 'soft4a'],
  ] as const) {
    await scrollPageTo(desk, word);
    await nextFrames(6);
    // One scroll and no other, as a click on the scroll bar makes it.
    const line = source[lineOf(back)]!;
    await desk.scroller.evaluate((scroller, part) => {
      scroller.scrollTop = part * scroller.scrollHeight;
    }, lineOf(back) / source.length);
    await expect.poll(() => placeInEditor(desk, line)).not.toBeNull();
    const apart = async () =>
      Math.abs((await placeOnPage(desk, back)) - (await placeInEditor(desk, line))!);
    await expect.poll(apart, { message: `${back} in both panes` }).toBeLessThan(300);
  }
});

test('the end of the editor shows the end of the page, however long the footnotes are', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const notes = Array.from({ length: 60 }, (_, n) => n);
  const paragraphs = notes.map((n) => `Paragraph ${n} says it[^${n}] and ${filler}.\n`);
  const texts = notes.map((n) => `[^${n}]: Footnote ${n} ends here, ${filler}.\n`);
  makeLibrary(library, [{ title: 'Annotated', body: [...texts, ...paragraphs].join('\n') }]);
  const desk = deskOf(await open({ library }));
  const scrollToEnd = () =>
    desk.scroller.evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });

  await desk.open('Annotated');
  await expect(desk.article).toContainText('Footnote 59');
  await expect(async () => {
    // Its height is an estimate until its end is drawn.
    await scrollToEnd();
    await expect(desk.frame.getByText('Footnote 59 ends here')).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(desk.text.getByText('Paragraph 59 says')).toBeInViewport();

  // A window before the end, both still show the same place.
  await desk.scroller.evaluate((scroller) => {
    scroller.scrollTop -= scroller.clientHeight;
  });
  await expect(desk.frame.getByText('Paragraph 58 says')).toBeInViewport();
  await expect(desk.text.getByText('Paragraph 58 says')).toBeInViewport();
});

test('a click on the page puts the cursor at that word, and typing goes there', async ({
  open,
}, info) => {
  const { studio, desk } = await openLong(open, info.outputPath('Library.longhand'));
  const words = ['soft1b', 'code2b', 'cell3a', 'task4b', 'alert5b', 'heading6', 'hard6c'];
  for (const word of words) {
    const box = await desk.article.evaluate((article, wanted) => {
      const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = article.ownerDocument.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(`“${wanted}” is not on the page.`);
    }, word);
    await expect.poll(() => placeOnPage(desk, word)).toBeCloseTo(await placeOnPage(desk, word), 0);
    const frame = (await studio.page.locator('.page-frame').boundingBox())!;
    await studio.page.mouse.click(frame.x + box.x, frame.y + box.y);
    await expect(desk.text).toBeFocused();
    await studio.page.keyboard.insertText('¶');
    await expect(desk.text.getByText('¶')).toBeInViewport();
    const split = new RegExp(`${[...word].join('¶?')}`);
    await expect
      .poll(async () => (await desk.lines()).find((line) => line.includes('¶')))
      .toMatch(split);
    await studio.page.keyboard.press('ControlOrMeta+z');
  }
});
