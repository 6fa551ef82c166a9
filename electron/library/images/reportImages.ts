import type { EssayId } from '#contract/essay.ts';
import type { UsedImage } from '#contract/images.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { imagesInEssays, imagesInHistories } from './imageUse.ts';
import { listImages } from './readImages.ts';

/** Every image with what keeps it, by name. Reads all texts, and the histories only where no text mentions an image. */
export function reportImages(library: Library): UsedImage[] {
  return reading(library, () => {
    const images = listImages(library);
    const shown = imagesInEssays(library);
    const isAllShown = images.every(({ hash }) => shown.has(hash));
    const past = isAllShown ? new Map<string, EssayId[]>() : imagesInHistories(library);
    const titles = titlesOf(library);
    return images.map((image) => {
      const now = shown.get(image.hash) ?? [];
      const essays = now.length > 0 ? now : (past.get(image.hash) ?? []);
      const use = now.length > 0 ? 'essays' : essays.length > 0 ? 'history' : 'nothing';
      return { ...image, use, essays: essays.map((id) => titles.get(id) ?? '') };
    });
  });
}

function titlesOf(library: Library): ReadonlyMap<EssayId, string> {
  const rows = statement<{ id: EssayId; title: string }>(library.db, 'SELECT id, title FROM essay');
  return new Map(rows.all().map(({ id, title }) => [id, title]));
}
