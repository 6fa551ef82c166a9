import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect } from 'vitest';
import type { EssayPatch, NewEssay } from '#contract/essay.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { withCommandLine } from './withDesk.ts';

/** A command line whose library has two published essays, of which one speaks of the other, and a draft; and an empty folder `blog`. */
export function withBlog() {
  const longhand = withCommandLine();
  const inFolder = (name: string) => join(longhand.folder, name);
  const blog = (path = '') => join(longhand.folder, 'blog', path);

  const inLibrary = <T>(work: (library: Library) => T): T => {
    const library = openLibrary(longhand.library);
    try {
      return work(library);
    } finally {
      library.close();
    }
  };
  const write = (...starts: NewEssay[]) =>
    inLibrary((library) =>
      starts.map((start) =>
        createEssay(library, { status: 'published', excerpt: 'What broke.', ...start }),
      ),
    );

  beforeEach(() => {
    mkdirSync(blog());
    write(
      { title: 'Leases', body: 'A lease outlived its owner. See [[Clocks]].\n' },
      { title: 'Clocks', body: 'They drift.\n' },
      { title: 'Unfinished', status: 'draft' },
    );
  });

  return {
    longhand,
    inFolder,
    blog,
    inLibrary,
    write,
    edit: (slug: string, patch: EssayPatch) =>
      inLibrary((library) => describeEssay(library, findEssay(library, slug).id, patch)),
    /** Makes the target `Blog`, for Hugo. */
    add: (...options: string[]) =>
      longhand.run(['target', 'add', 'Blog', '--kind', 'hugo', '--folder', blog(), ...options]),
    publish: (...options: string[]) => longhand.run(['publish', 'blog', ...options]),
    /** What status says of each file, without titles. */
    async status() {
      const { code, out, err } = await longhand.run(['status', 'Blog']);
      expect([code, err.split('\n').length > 0]).toEqual([0, true]);
      return Object.fromEntries(
        out
          .trimEnd()
          .split('\n')
          .filter(Boolean)
          .map((line) => line.split('\t'))
          .map(([word, path]) => [path, word]),
      );
    },
  };
}
