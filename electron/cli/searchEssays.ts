import type { EssayRow } from '#contract/essay.ts';
import type { Library } from '#library/openLibrary.ts';
import { openSearch } from '#library/search/openSearch.ts';
import { places } from './places.ts';

/** Those of `rows` that hold every word of `text`, best first. The index beside the library is brought up to date before. */
export async function searchEssays(
  library: Library,
  text: string,
  rows: readonly EssayRow[],
): Promise<readonly EssayRow[]> {
  const search = openSearch(
    library.path,
    places.worker('library/search/worker.ts', 'searchWorker'),
  );
  try {
    await search.caughtUp();
    // The filters have left out some that the search will find.
    const { hits } = await search.find({ text, limit: mostEssays });
    const listed = new Map(rows.map((row) => [row.id, row]));
    return hits.flatMap(({ id }) => listed.get(id) ?? []);
  } finally {
    await search.close();
  }
}

const mostEssays = 1_000_000;
