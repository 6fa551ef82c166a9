import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import type { ImageFile, MissingImage } from '#contract/images.ts';
import { imageExtensions } from '#contract/images.ts';
import { readImage, refuseLargeImage } from '#import/images/readImage.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { addImages } from '#library/images/addImages.ts';
import { deleteImages } from '#library/images/deleteImages.ts';
import { listImages } from '#library/images/readImages.ts';
import { reportImages } from '#library/images/reportImages.ts';
import { missingImages } from '#markdown/images/missingImages.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type ImageChannel = Extract<keyof Handlers, `images.${string}`>;

/** The images of the library: taken in, looked through, let go. */
export function imageHandlers({ host, window }: Desk): Pick<Handlers, ImageChannel> {
  const add = (files: readonly ImageFile[]) => host.write((library) => addImages(library, files));
  return {
    'images.list': () => listImages(host.library()),
    'images.add': (files) =>
      add(files.map(({ path, bytes }) => readImage(Buffer.from(bytes, 'base64'), path))),
    async 'images.choose'() {
      const chosen = await dialog.showOpenDialog(window.current(), {
        title: 'Insert Images',
        buttonLabel: 'Insert',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Images', extensions: [...imageExtensions, 'jpeg'] }],
      });
      if (chosen.canceled || chosen.filePaths.length === 0) return null;
      return add(await Promise.all(chosen.filePaths.map(readFromDisk)));
    },
    async 'images.report'() {
      const library = host.library();
      const images = reportImages(library);
      const query = { trashed: false, status: null, tag: null, sort: 'title' } as const;
      const missing: MissingImage[] = [];
      for (const { id } of listEssays(library, query).rows) {
        missing.push(...missingImages(readEssay(library, id), images));
        // Whoever types meanwhile is saved in between.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return { images, missing };
    },
    'images.delete': (hashes) => {
      host.write((library) => deleteImages(library, hashes));
      return null;
    },
  };
}

async function readFromDisk(path: string): Promise<ImageFile> {
  const name = basename(path);
  refuseLargeImage((await stat(path)).size, name);
  return readImage(await readFile(path), name);
}
