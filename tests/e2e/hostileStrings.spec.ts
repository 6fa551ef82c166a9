import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dangersIn } from '../support/dangersIn.ts';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { essaysOnDisk } from '../support/onDisk.ts';
import { startReader } from '../support/reader.ts';
import { expect, test } from '../support/test.ts';

/** What a writer, a file or a page could bring into any field: each would run, ask the network, or turn what stands around it. */
const strings: Readonly<Record<string, string>> = {
  markup: '<img src="https://evil.invalid/a" onerror="ran()"><script>ran()</script>',
  'the end of a tag': `"><svg onload=ran()>'--></title></textarea></script><b>`,
  'an address that runs': 'javascript:ran()',
  'a path that leads elsewhere': '../../../../etc/passwd',
  'turned text': 'exe.\u202egnp.evil\u2066',
  'control characters': 'a\u0000b\u001b[31mc\u0007\u009bd',
  'more than fits': 'W'.repeat(5_000),
};

for (const [name, said] of Object.entries(strings)) {
  test(`${name} in every field is text in the window, and text in what is exported`, async ({
    open,
  }, info) => {
    const library = info.outputPath('Library.longhand');
    makeLibrary(library, [
      {
        title: said,
        excerpt: said,
        tags: [said, 'tag'],
        series: said,
        seriesPlace: 1,
        language: said.slice(0, 100),
        canonicalUrl: said,
        coverImage: said,
        coverAlt: said,
        body: 'A needle.\n',
      },
    ]);
    const studio = await open({ library });
    const desk = deskOf(studio);
    const { page } = studio;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('evil')) asked.push(request.url());
    });
    await page.evaluate(() => {
      Object.assign(window, { ran: () => Object.assign(window, { hasRun: true }) });
    });
    const before = await page.locator('script, img, svg').count();
    const [kept] = essaysOnDisk(library);

    await desk.rows.first().click();
    await expect(page.locator('#essay-title')).toHaveValue(kept!.title);
    await expect(desk.article).toContainText('A needle.');
    await expect(desk.article.locator('h1')).toHaveText(kept!.title.trim().replace(/\s+/g, ' '));
    await studio.chooseMenuItem('essay.details');
    const details = desk.sheet('Details');
    await expect(details.getByLabel('Excerpt')).toHaveValue(said);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(desk.sheet('All commands')).toBeVisible();
    await page.keyboard.press('Escape');
    await desk.search.fill(said.slice(0, 200));
    await desk.search.fill('needle');
    await expect(desk.rows).toHaveCount(1);
    await desk.search.fill('');

    expect(await page.locator('script, img').count()).toBeLessThanOrEqual(before);
    const live = 'script, iframe, [onload], [onerror], [href^="javascript:"]';
    expect(await desk.article.locator(live).count()).toBe(0);
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
    expect(asked).toEqual([]);

    const folder = info.outputPath('out');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'essay.html');
    await studio.answerSave(file);
    await studio.chooseMenuItem('essay.exportHtml');
    await expect(desk.sheet('Exported as HTML')).toBeVisible();
    expect(readdirSync(folder)).toEqual(['essay.html']);
    const reader = await startReader();
    try {
      const opened = await reader.open(file);
      expect(opened.requests).toEqual([]);
      expect(opened.article).toContain('A needle.');
      expect(dangersIn(opened.article)).toEqual([]);
    } finally {
      await reader.close();
    }
    const html = readFileSync(file, 'utf8');
    const scripts = html.match(/<script[^>]*>[^<]*/g) ?? [];
    for (const script of scripts) {
      // What a page says of itself for search engines: data, which holds no tag.
      const [, data] = /^<script type="application\/ld\+json">([^<]*)$/.exec(script) ?? [];
      expect(() => JSON.parse(data ?? '')).not.toThrow();
    }
    expect(html.match(/<\/script/g) ?? []).toHaveLength(scripts.length);
    expect(html).not.toMatch(/<svg|<img|\b(href|src)="javascript:/i);
  });
}

test('pasted HTML and file names that would run come in as text', async ({ studio }, info) => {
  const desk = deskOf(studio);
  const { page } = studio;
  await page.evaluate(() => {
    Object.assign(window, { ran: () => Object.assign(window, { hasRun: true }) });
  });
  const name = `"><img src=x onerror=ran()>.md`;
  const path = info.outputPath(name);
  writeFileSync(path, 'Text of the file.\n');
  await studio.answerOpen([path]);
  await studio.chooseMenuItem('library.import');
  await expect(desk.title).toHaveValue(/img src=x onerror=ran/);
  await desk.goToEnd();
  await desk.text.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'plain');
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, `<p>Pasted <a href="javascript:ran()">link</a><img src="https://evil.invalid/x" onerror="ran()"><script>ran()</script> end</p>`);
  await expect(desk.article).toContainText('Pasted link');
  await expect(desk.article).toContainText('end');
  expect(await desk.article.locator('script, [onerror], [href^="javascript:"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
});
