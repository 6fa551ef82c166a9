import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImageFile } from '#contract/images.ts';
import { listBackups } from '#library/backups/listBackups.ts';
import { makeBackup } from '#library/backups/makeBackup.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { addImages } from '#library/images/addImages.ts';
import { deleteImages } from '#library/images/deleteImages.ts';
import { imagesInEssays, imagesInHistories, publishedImages } from '#library/images/imageUse.ts';
import { listImages, readImage } from '#library/images/readImages.ts';
import { packJournal } from '#library/journal/pack.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { recoverLibrary } from '#library/recovery/recoverLibrary.ts';
import { writing } from '#library/transaction.ts';
import { typed } from '../../support/typed.ts';
import { freshLibrary, tickingClock } from '../freshLibrary.ts';

const image = (stem: string, content = stem): ImageFile => ({
  stem,
  extension: 'png',
  width: 640,
  height: 480,
  bytes: Buffer.from(`the bytes of ${content}`),
});

describe('images', () => {
  test('are kept once by what they are, each under a name of its own', () => {
    const { library } = freshLibrary();
    const [clock, again, other] = addImages(library, [
      image('clock'),
      image('watch', 'clock'),
      image('clock', 'another clock'),
    ]);
    expect(again).toEqual(clock);
    expect(other?.name).toBe('clock-2.png');
    expect(listImages(library).map(({ name, size }) => [name, size])).toEqual([
      ['clock-2.png', 26],
      ['clock.png', 18],
    ]);
    expect(Buffer.from(readImage(library, clock!.hash)).toString()).toBe('the bytes of clock');
    const second = { ...image('clock', 'a drawn clock'), extension: 'svg' as const };
    expect(addImages(library, [second])[0]?.name).toBe('clock-3.svg');
  });

  test('are noticed by the proof when a byte or a name of one is not what was added', () => {
    const { library } = freshLibrary();
    const [clock] = addImages(library, [image('clock'), image('queue')]);
    expect(proveLibrary(library).file).toEqual([]);
    library.db.exec("UPDATE image SET bytes = CAST('xhe bytes' AS BLOB) WHERE name = 'clock.png'");
    library.db.exec("UPDATE image SET name = 'line.png' WHERE name = 'queue.png'");
    expect(proveLibrary(library).file).toEqual([
      'The image “clock.png” is not what was added.',
      'The image “line.png” is not what was added.',
    ]);
    expect(() => readImage(library, clock!.hash)).toThrowError(
      expect.objectContaining({ code: 'damaged' }),
    );
    // A name that was never given would show one image in the place of another.
    expect(listImages(library).map(({ name }) => name)).toEqual(['clock.png']);
    const damaged = expect.objectContaining({ code: 'damaged' });
    expect(() => addImages(library, [image('queue')])).toThrowError(damaged);
  });

  test('that are damaged are whole again when they are added again', () => {
    const { library } = freshLibrary();
    const [clock] = addImages(library, [image('clock')]);
    library.db.exec("UPDATE image SET bytes = CAST('xhe bytes' AS BLOB)");
    expect(addImages(library, [image('watch', 'clock')])).toEqual([clock]);
    expect(Buffer.from(readImage(library, clock!.hash)).toString()).toBe('the bytes of clock');
    expect(proveLibrary(library).file).toEqual([]);
  });

  test('are told by what keeps them: a text, a cover, the past of a text, or nothing', () => {
    const { library } = freshLibrary();
    const [shown, cover, past, , imported] = addImages(
      library,
      ['shown', 'cover', 'past', 'unused', 'imported'].map((stem) => image(stem)),
    );
    const essay = createEssay(library, {
      title: 'Clocks',
      body: '![](images/shown.png)\n',
      coverImage: 'images/cover.png',
    });
    const pasted = typed([0, [0, '![](images/past.png)'], 22]);
    const { revision } = changeBody(library, { id: essay.id, baseRevision: 1, steps: pasted });
    changeBody(library, {
      id: essay.id,
      baseRevision: revision,
      steps: typed([[20, ''], 22]),
    });
    const came = createEssay(library, {
      title: 'Queues',
      body: 'See ![a queue](../img/queue.png).',
      origin: {
        fileName: 'queues.md',
        encoding: 'utf-8',
        baseline: essay,
        images: { '../img/queue.png': imported!.hash },
      },
    });
    expect(imagesInEssays(library)).toEqual(
      new Map([
        [shown!.hash, [essay.id]],
        [imported!.hash, [came.id]],
        [cover!.hash, [essay.id]],
      ]),
    );
    expect(imagesInHistories(library).get(past!.hash)).toContain(essay.id);
    writing(library, () => packJournal(library, { id: essay.id, key: 1, revision: 3 }));
    expect(imagesInHistories(library).get(past!.hash)).toContain(essay.id);
  });
});

test('backups and the rescue of a damaged library carry images, and say which are lost', async () => {
  const { library, path, folder } = freshLibrary({ now: tickingClock() });
  const backups = join(folder, 'Backups');
  addImages(library, [image('whole'), image('hurt'), image('deleted')]);
  await makeBackup({ libraryPath: path, folder: backups });
  expect(await makeBackup({ libraryPath: path, folder: backups })).toBe(false);
  const gone = listImages(library).find(({ name }) => name === 'deleted.png');
  deleteImages(library, [gone!.hash]);
  expect(await makeBackup({ libraryPath: path, folder: backups })).toBe(true);
  expect(listBackups(path, backups).backups).not.toEqual([]);
  const [late] = addImages(library, [image('late')]);
  library.db.exec(
    "UPDATE image SET bytes = CAST('no bytes' AS BLOB) WHERE name IN ('hurt.png', 'late.png')",
  );
  library.db.pragma('wal_checkpoint(TRUNCATE)');

  const into = join(folder, 'Rescued.longhand');
  const report = recoverLibrary({ damaged: path, into, backups: [backups] });
  expect(report.missing).toEqual(['The image “late.png” could not be rescued.']);
  const rescued = openLibrary(into);
  expect(listImages(rescued).map(({ name }) => name)).toEqual(['hurt.png', 'whole.png']);
  expect(proveLibrary(rescued)).toMatchObject({ damage: [], file: [] });
  expect(() => readImage(rescued, late!.hash)).toThrowError(
    expect.objectContaining({ code: 'not-found' }),
  );
  rescued.close();
});

test('publishing asks what an essay may show without reading it', () => {
  const { library } = freshLibrary();
  const [clock, queue] = addImages(library, [image('clock'), image('queue')]);
  const essay = createEssay(library, { title: 'One', body: '![](images/clock.png)\n' });
  const images = publishedImages(library);
  expect(images.of(essay.id)).toEqual([{ source: 'images/clock.png', hash: clock!.hash }]);
  const embedded = createEssay(library, { title: 'Two', body: '![[queue.png|Q]]\n' });
  expect(publishedImages(library).of(embedded.id)).toEqual([
    { source: 'images/queue.png', hash: queue!.hash },
  ]);
  expect(images.images).toContainEqual(queue);
  expect(Buffer.from(images.read(clock!.hash)).toString()).toBe('the bytes of clock');
});
