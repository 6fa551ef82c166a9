import { posix } from 'node:path';
import { addressPath } from '#markdown/images/addressPath.ts';
import type { PackedImage } from './essayImages.ts';
import type { PageFile } from './readyImages.ts';

interface MarkdownImages {
  readonly files: readonly PageFile[];
  /** A sentence for each image that has no place beside the file. */
  readonly notes: readonly string[];
}

/** The images of an essay as files where its Markdown says they are, as long as that is in the folder of its own file. */
export function markdownImages(images: readonly PackedImage[]): MarkdownImages {
  const files: PageFile[] = [];
  const notes: string[] = [];
  for (const { sources, bytes } of images) {
    for (const source of sources) {
      const path = pathBeside(source);
      if (path === null) notes.push(`It calls an image “${source}”, which is not beside it.`);
      else if (!files.some((file) => file.path === path)) files.push({ path, content: bytes });
    }
  }
  return { files, notes };
}

/** Where an address leads, from the folder of what holds it; null when that is outside of it. */
function pathBeside(source: string): string | null {
  const path = posix.normalize(addressPath(source));
  const isInside = !/^(?:\/|\.\.(?:\/|$)|[a-z][a-z0-9+.-]*:)|[\\\0]/i.test(path) && path !== '.';
  return isInside && !path.split('/').some((name) => name.startsWith('.')) ? path : null;
}
