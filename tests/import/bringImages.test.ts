import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findMarkdownFiles } from '#import/findMarkdownFiles.ts';
import { imagesAmong } from '#import/images/imagesAmong.ts';
import { imagesOnDisk } from '#import/images/imagesOnDisk.ts';
import { importFiles } from '#import/importFiles.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { addImages } from '#library/images/addImages.ts';
import { listImages } from '#library/images/readImages.ts';
import { imageBook } from '#markdown/images/imageBook.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { freshLibrary } from '../library/freshLibrary.ts';
import { png } from '../support/pictures.ts';

test('a blog’s images come along with its essays, each once, found as generators and people find them', async () => {
  const { library, folder } = freshLibrary();
  const blog = join(folder, 'blog');
  const put = (path: string, bytes: string | Buffer) => {
    mkdirSync(dirname(join(blog, path)), { recursive: true });
    writeFileSync(join(blog, path), bytes);
  };
  const clock = png(3, 2);
  put('hugo.toml', '');
  put('static/img/clock.png', clock);
  put('content/posts/leases/index.md', leases);
  put('content/posts/leases/Tick Tock.png', png(4, 4));
  put('content/posts/queues.md', '![same](../../static/img/clock.png) ![](leases/index.md)\n');
  writeFileSync(join(folder, 'outside.png'), png(9, 9));

  const { files } = await findMarkdownFiles([join(blog, 'content')]);
  const report = await importFiles(files, {
    add: (starts) => createEssays(library, starts),
    images: { find: imagesOnDisk(), add: (found) => addImages(library, found) },
  });
  expect(listImages(library).map(({ name, width }) => [name, width])).toEqual([
    ['clock.png', 3],
    ['tick-tock.png', 4],
  ]);
  expect(report.imported.map(({ notes }) => notes)).toEqual([
    ['The image “gone.png” is not there.', 'The image “../../../../outside.png” is not there.'],
    [
      '“index.md” is not an image that a page can show. Save it as PNG, JPEG, GIF, WebP, AVIF or SVG.',
    ],
  ]);
  const [first] = report.imported;
  const essay = readEssay(library, first!.id);
  expect(essay.body).toBe(leases.slice(leases.indexOf('---\n', 4) + 4));
  const image = imageBook(listImages(library), essay.origin?.images);
  const { html } = renderEssay(essay.body, { image });
  expect(html.match(/<img src="images\/(?:clock|tick-tock)\./g)).toHaveLength(3);
  expect(image(essay.coverImage)?.width).toBe(3);
});

const leases = `---
title: Leases
images: [/img/clock.png]
---
![a](/img/clock.png) ![b](Tick%20Tock.png) <img src="tick tock.png">

![c](gone.png) ![d](https://x.example/y.png) ![e](../../../../outside.png)
`;

test('images that are dropped with a folder come along', async () => {
  const { library } = freshLibrary();
  const files = [
    { path: 'notes/one.md', bytes: Buffer.from('![a](img/Clock.png)') },
    { path: 'notes/img/clock.png', bytes: png(3, 2) },
  ];
  const report = await importFiles(files.slice(0, 1), {
    add: (starts) => createEssays(library, starts),
    images: { find: imagesAmong(files), add: (found) => addImages(library, found) },
  });
  expect(report.imported[0]?.notes).toEqual([]);
  expect(listImages(library).map(({ name }) => name)).toEqual(['clock.png']);
});

test('a vault’s images are found by their names, wherever they are in it', async () => {
  const { library, folder } = freshLibrary();
  const put = (path: string, bytes: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  put('vault/.obsidian/app.json', '{}');
  put('vault/.trash/clock.png', png(1, 1));
  put('vault/attachments/deep/Clock.png', png(2, 2));
  put('vault/clock.png', png(3, 3));
  put('vault/attachments/tick.png', png(4, 4));
  put('tock.png', png(5, 5));
  const body = '![[clock.png]] ![[deep/clock.png]] ![](tick.png) ![[tock.png|Tock]] ![[A note]]\n';
  put('vault/notes/one.md', body);
  const { files } = await findMarkdownFiles([join(folder, 'vault')]);
  const report = await importFiles(files, {
    add: (starts) => createEssays(library, starts),
    images: { find: imagesOnDisk(), add: (found) => addImages(library, found) },
  });
  const [one] = report.imported;
  expect(one?.notes).toEqual(['The image “tock.png” is not there.']);
  const essay = readEssay(library, one!.id);
  expect(essay.body).toBe(body);
  const image = imageBook(listImages(library), essay.origin?.images);
  expect(['clock.png', 'deep/clock.png', 'tick.png'].map((name) => image(name)?.width)).toEqual([
    3, 2, 4,
  ]);
});

test('of files that came together, a name alone is enough where one has it', async () => {
  const find = imagesAmong(
    ['img/clock.png', 'a/tick.png', 'b/tick.png'].map((path) => ({ path, bytes: png(2, 2) })),
  );
  expect((await find('notes/one.md', 'Clock.png'))?.path).toBe('img/clock.png');
  expect(await find('notes/one.md', 'tick.png')).toBeNull();
  expect(await find('notes/one.md', 'sub/clock.png')).toBeNull();
});
