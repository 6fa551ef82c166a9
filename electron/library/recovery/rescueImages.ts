import { freeName, insertImage } from '../images/addImages.ts';
import { imageKeys, readStored } from '../images/imageProblems.ts';
import type { Library } from '../library.ts';
import type { Source } from './sources.ts';

interface ImageSources {
  /** The damaged library; null when nothing in it can be reached. */
  readonly damaged: Source | null;
  /** The newest first. */
  readonly backups: Iterable<Source>;
  /** Whether what is not in the damaged library was deleted, and not lost. */
  readonly isListWhole: boolean;
}

/**
 * Puts every image that is what was added into a library, inside a transaction: from the damaged one, then what that
 * has hurt or lost from the backups. Gives the names of those that are nowhere whole.
 */
export function rescueImages(
  into: Library,
  { damaged, backups, isListWhole }: ImageSources,
): readonly string[] {
  const kept = new Set<string>();
  const hurt = new Set<string>();
  const put = (source: Source, isWanted: (name: string) => boolean) => {
    for (const key of imageKeys(source.library)) {
      const found = readStored(source.library, key);
      if (found === null || kept.has(found.hash) || !isWanted(found.name)) continue;
      const { bytes, isWhole, ...image } = found;
      if (isWhole) {
        const [stem = '', extension = ''] = image.name.split('.');
        insertImage(into, { ...image, name: freeName(into, stem, extension) }, bytes);
        kept.add(image.hash);
        hurt.delete(image.name);
      } else if (source === damaged) hurt.add(image.name);
    }
  };
  if (damaged !== null) put(damaged, () => true);
  if (isListWhole && hurt.size === 0) return [];
  for (const backup of backups) put(backup, (name) => !isListWhole || hurt.has(name));
  return [...hurt];
}
