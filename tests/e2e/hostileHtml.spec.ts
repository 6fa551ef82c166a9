import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Essay, NewEssay } from '#contract/essay.ts';
import { htmlFiles } from '#export/html/htmlFiles.ts';
import { pageStyle } from '#export/pageStyle.ts';
import { findChromium, theseSurroundings } from '#launch/findChromium.ts';
import { renderArticle } from '#markdown/article.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { type Desk, deskOf } from '../support/desk.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

/** Starting browsers is most of it: the engine of the studio makes no difference to a file. */
let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium(theseSurroundings) ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});
test.afterAll(() => browser.close());

const payloads = hostilePayloads();
const style = pageStyle(resolve(import.meta.dirname, '../../resources'));
const run = 'top.__ran=1';
const beacon = 'https://beacon.invalid/';

/** A payload's own references, so that none is taken by the first of an essay that has the same name. */
function withOwnReferences(markdown: string, at: number): string {
  return markdown.replace(/\[(\^?)(text|1|r)\](?!\()/g, `[$1$2-${at}]`);
}

/** All payloads in as few essays as can be: one that swallows what comes after it is its essay's last. */
function hostileBodies(): string[] {
  const isLast = (markdown: string) =>
    !/<p[^>]*>Sentinel\.<\/p>/.test(renderEssay(`${markdown}\n\nSentinel.\n`).html);
  const all = payloads.map(({ markdown }, at) => withOwnReferences(markdown, at));
  const last = all.filter(isLast);
  const open = all.filter((markdown) => !isLast(markdown));
  const count = Math.max(8, last.length);
  const share = Math.ceil(open.length / count);
  return Array.from({ length: count }, (_, at) =>
    [...open.slice(at * share, (at + 1) * share), ...last.slice(at, at + 1)].join('\n\n'),
  );
}

interface Watch {
  /** What should not have happened since the watch began. */
  readonly seen: () => Promise<readonly string[]>;
}

/** Watches a page for anything that runs, asks, talks or goes elsewhere. `own` tells the addresses it may ask for. */
function watch(page: Page, own: (url: string) => boolean): Watch {
  const seen: string[] = [];
  const place = (url: string) => url.replace(/#.*$/, '');
  const home = place(page.url());
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !own(url)) seen.push(`asked for ${url}`);
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A policy that had to refuse something held, but what it refused should not have been there.
    // The frame runs no script, whoever asks for one; the same article is judged below where scripts may run.
    if (/^Blocked script execution in 'about:srcdoc'/.test(message.text())) return;
    if (/refused|content security|blocked|sandbox|violates/i.test(message.text()))
      seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('download', (download) => seen.push(`download: ${download.url()}`));
  page.on('popup', (popup) => seen.push(`popup: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    const isStart = home === 'about:blank' && own(frame.url());
    if (frame === page.mainFrame() && !isStart && place(frame.url()) !== home)
      seen.push(`went to ${frame.url()}`);
    if (frame !== page.mainFrame() && frame.url() !== 'about:srcdoc')
      seen.push(`a frame went to ${frame.url()}`);
  });
  return {
    async seen() {
      const ran = await page.evaluate(async () => {
        // What was set off by now has run after these.
        for (let times = 0; times < 2; times += 1) {
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }
        const frames = [...document.querySelectorAll('iframe')].map((frame) =>
          // One of another origin can be looked into by nobody; there is none but in the watch's own test.
          frame.contentDocument ? frame.contentWindow : null,
        );
        return [window, ...frames].filter((one) => one && '__ran' in one).length;
      });
      return ran > 0 ? [...seen, `ran in ${ran} windows`] : seen;
    },
  };
}

function watchStudio({ page }: Studio): Watch {
  const home = page.url().replace(/[^/]*$/, '');
  const own = [`${home}assets/`, `${home}drawing.js`, `blob:${home}`];
  return watch(page, (url) => own.some((start) => url.startsWith(start)));
}

/** Touches every element as a reader could, and as a script of a site around it could. Web links are not followed. */
function touchAll(): void {
  addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest?.('a');
      if (link && /^(https?|file|mailto|tel|xmpp):$/.test(link.protocol)) event.preventDefault();
    },
    true,
  );
  for (const element of document.querySelectorAll<HTMLElement>('*')) {
    if (element.tabIndex >= 0) element.focus();
    for (const type of ['click', 'auxclick', 'mouseover', 'mouseenter', 'pointerdown']) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
    }
    for (const type of ['focus', 'blur', 'error', 'load', 'toggle', 'animationend', 'begin']) {
      element.dispatchEvent(new Event(type, { cancelable: true }));
    }
  }
}

/** What happened when a reader with scripts allowed opened the file and touched all of it. */
async function openInBrowser<T>(path: string, look: () => T) {
  const context = await browser.newContext({ javaScriptEnabled: true, offline: true });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const { seen } = watch(page, (url) => url.replace(/#.*$/, '') === address);
  await page.goto(address);
  const found = await page.evaluate(look);
  const before = [...(await seen())];
  await page.evaluate(touchAll);
  const after = [...(await seen())];
  await context.close();
  return { before, after, found };
}

const policyTag = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** Opens an essay's export as it is, and without its policy; gives what `look` finds in it. */
async function expectHarmless<T>(essay: Essay, folder: string, look: () => T): Promise<T> {
  const html = htmlFiles(essay, 'html', { style }).page;
  expect(html).toMatch(policyTag);
  const path = join(folder, `${essay.id}.html`);
  writeFileSync(path, html);
  const open = join(folder, `${essay.id}-open.html`);
  writeFileSync(open, html.replace(policyTag, ''));
  const [guarded, bare] = await Promise.all([path, open].map((file) => openInBrowser(file, look)));
  if (!guarded || !bare) throw new Error('two files, two answers');
  for (const { before, after } of [guarded, bare]) {
    expect({ before, after }).toEqual({ before: [], after: [] });
  }
  expect<unknown>(bare.found).toEqual(guarded.found);
  return guarded.found;
}

/** Puts essays into the studio through the window, and gives them as the library has them. An empty one is open then. */
async function create({ page }: Studio, starts: readonly NewEssay[]): Promise<Essay[]> {
  const essays = await page.evaluate(async (all) => {
    const essays: Essay[] = [];
    for (const start of all) {
      const made = await window.studio['essays.create'](start);
      if (!made.ok) throw new Error(made.error.message);
      const read = await window.studio['essays.read'](made.value.id);
      if (!read.ok) throw new Error(read.error.message);
      essays.push(read.value);
    }
    return essays;
  }, starts);
  // What was put in behind the window's back is listed with the next essay that it starts.
  await page.keyboard.press('ControlOrMeta+n');
  return essays;
}

/** Opens an essay by its row, which shows its title and nothing else. */
async function openByRow(desk: Desk, title: string): Promise<void> {
  const shown = desk.rows.locator('.row-title').getByText(title, { exact: true });
  await expect(shown).toHaveCount(1);
  await shown.click();
  await expect(desk.page.locator('#essay-title')).toHaveValue(title);
}

/** The article of an essay as a browser writes it out. */
async function articleOf({ page }: Studio, essay: Essay): Promise<string> {
  const html = renderArticle(essay, renderEssay(essay.body));
  return page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'text/html').querySelector('article')!.outerHTML,
    html,
  );
}

const articleOuterHtml = () => document.querySelector('article')!.outerHTML;

test('the watch sees what gets through', async ({ engine: _ }, info) => {
  const through = async (name: string, html: string) => {
    const path = info.outputPath(`${name}.html`);
    writeFileSync(path, `<!doctype html><title>x</title><article>${html}</article>`);
    const { before, after } = await openInBrowser(path, () => null);
    return { before, after };
  };
  const ran = ['ran in 1 windows'];
  expect(await through('script', `<script>${run}</script>`)).toEqual({ before: ran, after: ran });
  expect(await through('svg', `<svg onload=${run}>`)).toEqual({ before: ran, after: ran });
  for (const [name, html] of Object.entries({
    link: `<a href="javascript:void(${run})">x</a>`,
    handler: `<p onmouseover=${run}>x</p>`,
    focus: `<p tabindex=0 onfocus=${run}>x</p>`,
    error: `<p onerror=${run}>x</p>`,
  })) {
    expect(await through(name, html)).toEqual({ before: [], after: ran });
  }
  const beacons = await through('beacon', `<img src="${beacon}1.png">`);
  expect(beacons.before).toContain(`asked for ${beacon}1.png`);
  const frames = await through('frame', `<iframe src="${beacon}"></iframe>`);
  expect(frames.before.length).toBeGreaterThan(0);
});

test('no payload runs or asks for anything on the page in the studio', async ({ launch }) => {
  test.slow();
  const studio = await launch();
  const desk = deskOf(studio);
  const { seen } = watchStudio(studio);
  const bodies = hostileBodies();
  const essays = await create(
    studio,
    bodies.map((body, at) => ({ title: `Hostile ${at}`, body })),
  );
  for (const essay of essays) {
    await openByRow(desk, essay.title);
    const expected = await articleOf(studio, essay);
    const onScreen = () => desk.article.evaluate((element) => element.outerHTML);
    await expect.poll(async () => (await onScreen()) === expected, essay.title).toBe(true);
    await desk.article.evaluate((article) => {
      for (const element of article.querySelectorAll<HTMLElement>('*')) {
        if (element.tabIndex >= 0) element.focus();
        for (const type of ['mouseover', 'focus', 'error', 'load', 'toggle'])
          element.dispatchEvent(new Event(type, { bubbles: type === 'mouseover' }));
        if (element.closest('a'))
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
    });
    expect(await seen(), essay.title).toEqual([]);
  }
  // The window, the page, and where diagrams are drawn: into that one nobody sees from outside.
  expect(studio.page.frames()).toHaveLength(3);
  for (const frame of studio.page.frames()) {
    expect(await frame.evaluate(() => '__ran' in window)).toBe(false);
  }
  // A click asks the system for the web and for mail, and for nothing else.
  const opened = await studio.opened();
  expect(opened.filter((url) => !/^(?:https?|mailto):/i.test(url))).toEqual([]);
  expect(await studio.shownDialogs()).toEqual([]);
});

test('no payload runs or asks for anything in an exported page, with or without its policy', async ({
  studio,
}, info) => {
  test.slow();
  const essays = await create(
    studio,
    hostileBodies().map((body, at) => ({ title: `Hostile ${at}`, body })),
  );
  mkdirSync(info.outputDir, { recursive: true });
  for (const essay of essays) {
    const [article, expected] = await Promise.all([
      expectHarmless(essay, info.outputDir, articleOuterHtml),
      articleOf(studio, essay),
    ]);
    expect(article).toBe(expected);
  }
});
