import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Locator } from '@playwright/test';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { type Reader, startReader } from '../support/reader.ts';
import { expect, test } from '../support/test.ts';

let reader: Reader;
test.beforeAll(async () => {
  reader = await startReader();
});
test.afterAll(() => reader.close());

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n\n`;
const body = [
  fence('flowchart LR\n  A[Client] -->|asks| B(Lease)\n  B --> C{Held?}\n  C -- no --> A'),
  fence(
    'sequenceDiagram\n  Client->>Store: acquire\n  Store-->>Client: token 34\n  Note over Store: fenced',
  ),
  fence('flowchart LR\n  A --> B["<img src=x onerror=alert(1)>"]\n  click A "javascript:alert(1)"'),
  fence('flowchart LR\n  A --'),
].join('');

test('diagrams are drawn on the page as they are exported, in the window and by the command line; a wrong one says so', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(library, [{ title: 'Leases', body }]);
  const studio = await open({ library });
  const desk = deskOf(studio);
  const problems: string[] = [];
  studio.page.on('dialog', (dialog) => problems.push(dialog.message()));
  await desk.open('Leases');

  const drawn = desk.article.locator('figure.diagram');
  await expect(drawn).toHaveCount(3, { timeout: 30_000 });
  const visible = drawn.first().locator('.diagram-light svg');
  await expect(visible).toBeVisible();
  await expect(drawn.first().locator('.diagram-dark svg')).toBeHidden();
  await expect(visible).toContainText('Lease');
  await expect(visible).toContainText('asks');
  await expect(drawn.nth(1)).toContainText('token 34');
  await expect(desk.article.locator('.diagram-error')).toContainText(
    'This diagram cannot be drawn',
  );
  expect(await desk.article.evaluate((article) => article.innerHTML)).not.toMatch(
    /<script|<style|<foreignObject|<[a-z][^>]*\sonerror=|javascript:|<a |class="node/,
  );
  expect(problems).toEqual([]);
  expect(await withinReach(studio.page.locator('iframe.drawing-frame'))).toEqual({
    origin: 'null',
    studio: false,
    window: 'SecurityError',
    storage: 'SecurityError',
    network: 'TypeError',
    refused: ['connect-src', 'img-src'],
  });
  await studio.page.screenshot({ path: info.outputPath('diagrams-light.png') });

  const path = join(info.outputDir, 'leases.html');
  await studio.answerSave(path);
  await studio.chooseMenuItem('essay.exportHtml');
  await desk.sheet('Exported as HTML').getByRole('button', { name: 'Done' }).click();
  const { article, requests, complaints } = await reader.open(path);
  expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  expect(await desk.article.evaluate((element) => element.outerHTML)).toBe(article);

  const cli = resolve(import.meta.dirname, '../../electron/cli/longhand.ts');
  const fromCli = execFileSync(
    process.execPath,
    [cli, 'export', 'leases', '--format', 'html', '--out', '-', '--library', library],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(fromCli).toBe(readFileSync(path, 'utf8'));

  await studio.page.emulateMedia({ colorScheme: 'dark' });
  await expect(drawn.first().locator('.diagram-dark svg')).toBeVisible();
  await studio.page.screenshot({ path: info.outputPath('diagrams-dark.png') });
});

test('where what draws cannot be loaded, the page says so, and the diagram is drawn once it can', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  makeLibrary(library, [{ title: 'Leases', body: fence('flowchart LR\n  A --> B') }]);
  const studio = await open({ library });
  const desk = deskOf(studio);
  await studio.page.route('**/drawing.js', (route) => route.abort());
  await desk.open('Leases');
  await expect(desk.article.locator('.diagram-error')).toContainText(
    'what draws it could not be loaded',
  );
  await studio.page.unroute('**/drawing.js');
  await desk.goToEnd();
  await studio.page.keyboard.insertText(fence('flowchart LR\n  B --> C'));
  await expect(desk.article.locator('figure.diagram').last()).toBeVisible({ timeout: 30_000 });
});

/** What a script could get at in the frame that draws. */
async function withinReach(drawing: Locator) {
  const frame = await (await drawing.elementHandle())!.contentFrame();
  return frame!.evaluate(async () => {
    const nameOf = (thrown: unknown) => (thrown as Error).name;
    const failure = (work: () => unknown) => {
      try {
        return String(work());
      } catch (thrown) {
        return nameOf(thrown);
      }
    };
    const refused: string[] = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
      if (disposition === 'enforce') refused.push(effectiveDirective);
    });
    const network = await fetch(`${location.ancestorOrigins[0]}/index.html`).catch(nameOf);
    const image = new Image();
    await new Promise((resolve) => {
      image.onload = resolve;
      image.onerror = resolve;
      image.src = `${location.ancestorOrigins[0]}/images/x.png`;
    });
    return {
      origin,
      studio: 'studio' in window,
      window: failure(() => window.parent.document),
      storage: failure(() => localStorage.length),
      network,
      refused: [...new Set(refused)].sort(),
    };
  });
}
