import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { expect, onTestFinished, test } from 'vitest';
import type { ImageShelf, LibraryImage } from '#contract/images.ts';
import { exportEssays } from '#export/exportEssays.ts';
import { smallerCopy } from '#export/images/smallerCopy.ts';
import { packed } from '#export/packed.ts';
import { png } from '../support/pictures.ts';
import { essayWith } from './essayWith.ts';

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const listed = (name: string, hash: string, width: number): LibraryImage => ({
  name,
  hash: hash.repeat(8),
  width,
  height: width / 2,
  size: 1,
  addedAt: '2026-05-01T12:00:00.000Z',
});
const small = listed('clock.png', 'c0ffee00', 4);
const wide = listed('wide.png', 'beefbeef', 2000);
const bytes = { [small.hash]: png(4, 2), [wide.hash]: noise(2000, 1000) };
const shelf: ImageShelf = {
  images: [small, wide],
  read: (hash) => bytes[hash]!,
  drawing: () => undefined,
};

/** A picture with something to see in it, so that a smaller one has fewer bytes. */
function noise(width: number, height: number): Buffer {
  let seed = 1;
  return png(width, height, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % 256;
  });
}

const settings = { overwrite: 'never', style: 'p { margin: 0 }', author: '' } as const;
const out = (essay: Parameters<typeof essayWith>[0]) => packed([essayWith(essay)], shelf, () => {});

test('a smaller copy is as wide as asked for, in the same format, and the same whenever it is made', async () => {
  const source = bytes[wide.hash]!;
  const copy = await smallerCopy(source, 'png', 800);
  expect(imageSize(copy)).toMatchObject({ type: 'png', width: 800, height: 400 });
  expect(copy.length).toBeLessThan(source.length);
  expect(Buffer.from(await smallerCopy(source, 'png', 800)).equals(Buffer.from(copy))).toBe(true);
  const broken = source.subarray(0, 5000);
  expect(await smallerCopy(broken, 'png', 800)).toBe(broken);
});

test('a page with files beside it has its images there, with the copies it asks for', async () => {
  const folder = folderForTest();
  const essay = {
    slug: 'one',
    body: '![a](images/wide.png) ![b](images/clock.png) ![c](images/gone.png)\n',
  };
  await exportEssays(out(essay), { ...settings, folder, format: 'html-folder' });
  const page = readFileSync(join(folder, 'one.html'), 'utf8');
  const asked = [...page.matchAll(/images\/[\w.-]+/g)].map(([path]) => path);
  expect(new Set(asked)).toEqual(
    new Set(readdirSync(join(folder, 'images')).map((name) => `images/${name}`)),
  );
  expect(readdirSync(join(folder, 'images'))).toEqual([
    'clock.c0ffee00.png',
    'wide.beefbeef-800.png',
    'wide.beefbeef.png',
  ]);
  const again = await exportEssays(out({ ...essay, slug: 'two' }), {
    ...settings,
    folder,
    format: 'html-folder',
  });
  expect(again.written[0]?.notes).toEqual([]);
});

test('Markdown has its images where it says they are, and a word for those that are elsewhere or in the way', async () => {
  const folder = folderForTest();
  writeFileSync(join(folder, 'one.md'), 'before');
  const essay = {
    slug: 'one',
    body: '![a](images/clock.png) ![b](<img/tick tock.png>) ![c](/static/c.png) ![d](../d.png)\n',
    origin: {
      fileName: 'one.md',
      encoding: 'utf-8',
      baseline: essayWith({}),
      images: {
        'img/tick tock.png': small.hash,
        '/static/c.png': small.hash,
        '../d.png': wide.hash,
      },
    },
  };
  const first = await exportEssays(out(essay), {
    ...settings,
    overwrite: 'always',
    folder,
    format: 'markdown',
  });
  expect(first.written[0]?.notes).toEqual([
    'It calls an image “/static/c.png”, which is not beside it.',
    'It calls an image “../d.png”, which is not beside it.',
  ]);
  expect(readFileSync(join(folder, 'img/tick tock.png')).equals(bytes[small.hash]!)).toBe(true);
  writeFileSync(join(folder, 'images/clock.png'), 'another hand’s');
  const second = await exportEssays(out(essay), {
    ...settings,
    overwrite: 'always',
    folder,
    format: 'markdown',
  });
  expect(second.written[0]?.notes).toContain(
    'There is another “images/clock.png” already, which was left as it is.',
  );
  expect(readFileSync(join(folder, 'images/clock.png'), 'utf8')).toBe('another hand’s');
});

test('an image in double brackets goes along under its own name, once', async () => {
  const body = '![[clock.png]]\n';
  const origin = (images: Record<string, string>) => ({
    fileName: 'one.md',
    encoding: 'utf-8',
    baseline: essayWith({}),
    images,
  });
  const files = async (essay: Parameters<typeof essayWith>[0]) => {
    const folder = folderForTest();
    await exportEssays(out(essay), { ...settings, folder, format: 'markdown' });
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  };
  expect(await files({ slug: 'one', body })).toEqual(['images', 'images/clock.png', 'one.md']);
  expect(await files({ slug: 'one', body, origin: origin({ 'clock.png': small.hash }) })).toEqual([
    'clock.png',
    'one.md',
  ]);
});
