import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pageStyle } from '#export/pageStyle.ts';

test('fonts beside the stylesheet become data, however they are quoted; the rest stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'style-'));
  await mkdir(join(folder, 'page/fonts'), { recursive: true });
  await writeFile(join(folder, 'page/fonts/a-b.woff2'), 'font');
  await writeFile(
    join(folder, 'page/page.css'),
    'a { src: url("fonts/a-b.woff2") format("woff2"), url(fonts/a-b.woff2); color: red }',
  );
  expect(pageStyle(folder)).toBe(
    'a { src: url("data:font/woff2;base64,Zm9udA==") format("woff2"), url("data:font/woff2;base64,Zm9udA=="); color: red }',
  );
  await writeFile(join(folder, 'page/page.css'), 'a { src: url(fonts/gone.woff2) }');
  expect(() => pageStyle(folder)).toThrow('gone.woff2');
  await rm(folder, { recursive: true });
});

test('the style of the published page asks nothing of the network', () => {
  const style = pageStyle(resolve('resources'));
  expect(style).not.toContain('@import');
  for (const [, address] of style.matchAll(/url\(\s*["']?([^"')]*)/g)) {
    expect(address?.slice(0, 40)).toMatch(/^data:/);
  }
});
