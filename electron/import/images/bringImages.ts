import { failureWords } from '#contract/errors.ts';
import type { NewEssay } from '#contract/essay.ts';
import type { ImageFile, LibraryImage } from '#contract/images.ts';
import { imageSources } from '#markdown/images/imageSources.ts';
import { isWebAddress, safeImage } from '#markdown/safeUrl.ts';
import { fileFailure } from '../fileFailure.ts';
import type { FindImageFile } from './imagesOnDisk.ts';
import { readImage } from './readImage.ts';

export interface ImageImport {
  readonly find: FindImageFile;
  /** Adds all of these images, in order, or throws and adds none. */
  readonly add: (files: ImageFile[]) => readonly LibraryImage[];
}

/** Takes in the images that imported essays refer to, each file once; gives the essay knowing them, and a note for each that is not there. */
export function bringImages({ find, add }: ImageImport) {
  const known = new Map<string, string>();

  return async (
    file: string,
    essay: NewEssay,
  ): Promise<{ readonly essay: NewEssay; readonly notes: readonly string[] }> => {
    const images: Record<string, string> = {};
    const notes: string[] = [];
    const { body = '', coverImage = '', origin } = essay;
    for (const source of new Set([
      ...imageSources(body).map((asked) => asked.source),
      coverImage.trim(),
    ])) {
      if (!origin || source === '' || isElsewhere(source)) continue;
      try {
        const hash = await bring(file, source);
        if (hash === null) notes.push(`The image “${source}” is not there.`);
        else images[source] = hash;
      } catch (thrown) {
        notes.push(failureWords(fileFailure(thrown, source)));
      }
    }
    if (!origin || Object.keys(images).length === 0) return { essay, notes };
    return { essay: { ...essay, origin: { ...origin, images } }, notes };
  };

  async function bring(file: string, source: string): Promise<string | null> {
    const found = await find(file, source);
    if (found === null) return null;
    const before = known.get(found.path);
    if (before !== undefined) return before;
    const [image] = add([readImage(await found.read(), found.name)]);
    if (image) known.set(found.path, image.hash);
    return image?.hash ?? null;
  }
}

/** On the web, or in the text itself. */
function isElsewhere(source: string): boolean {
  return (
    isWebAddress(source) ||
    safeImage(source) !== null ||
    /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(source)
  );
}
