import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { openLibrary } from '#library/openLibrary.ts';
import { withCommandLine } from './withDesk.ts';

/** A command line with an empty library, and a folder `blog` with two essays to import. */
export function withPosts() {
  const longhand = withCommandLine();
  const inFolder = (name: string) => join(longhand.folder, name);

  beforeEach(async () => {
    await mkdir(inFolder('blog'));
    await writeFile(
      inFolder('blog/one.md'),
      '---\ntitle: The First\ntags: [databases]\ndraft: false\n---\nWords.\r\n',
    );
    await writeFile(inFolder('blog/two.md'), '# The Second\n\nMore words.\n');
    openLibrary(longhand.library).close();
  });

  return { longhand, inFolder, importBlog: () => longhand.run(['import', inFolder('blog')]) };
}
