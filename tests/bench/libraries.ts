import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEssay } from '#contract/essay.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { openSearch } from '#library/search/openSearch.ts';
import { documentOf, sentences } from './documents.ts';

/** Where a run keeps its libraries; removed at its end. */
export function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'));
  let made = 0;

  async function make(essays: Iterable<NewEssay[]>): Promise<string> {
    made += 1;
    const path = join(folder, `${made}.longhand`);
    const library = openLibrary(path);
    for (const batch of essays) createEssays(library, batch);
    library.close();
    const search = openSearch(path, searchWorker);
    await search.caughtUp();
    await search.close();
    return path;
  }

  const large = new Map<number, Promise<string>>();
  return {
    folder,
    /** A library of essays of the given sizes, titled by them. */
    ofSizes: (sizes: readonly Size[]) => make([sizes.map(sizedEssay)]),
    /** A library with nothing in it. */
    empty: () => make([]),
    /** A library of `count` essays of about 9,000 characters and one to write in, indexed; made once for a run. */
    large(count: number): Promise<string> {
      const known = large.get(count) ?? make(manyEssays(count));
      large.set(count, known);
      return known;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}
