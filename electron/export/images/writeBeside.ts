import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFailure } from '../writeFailure.ts';
import { writeWholeFile } from '../writeWholeFile.ts';
import type { PageFile } from './readyImages.ts';

/**
 * Writes the files that belong to a page into its folder, each whole. One that is there with the same bytes is left; one
 * with other bytes is kept as well, and a sentence says so. Throws the `StudioError` of what the folder refuses.
 */
export async function writeBeside(folder: string, files: readonly PageFile[]): Promise<string[]> {
  const left: string[] = [];
  for (const { path, content } of files) {
    const file = join(folder, path);
    const there = await readFile(file).catch(() => null);
    if (there !== null) {
      if (!there.equals(Buffer.from(content))) {
        left.push(`There is another “${path}” already, which was left as it is.`);
      }
      continue;
    }
    await mkdir(dirname(file), { recursive: true }).catch((thrown) => {
      throw writeFailure(thrown, dirname(file));
    });
    await writeWholeFile(file, content, 'never');
  }
  return left;
}
