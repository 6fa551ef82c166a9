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
    /** One of the given essays. */
    ofEssays: (essays: NewEssay[]) => make([essays]),
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

export type Workshop = ReturnType<typeof openWorkshop>;

export const sizes = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000 } as const;
export type Size = keyof typeof sizes;

const searchWorker = new URL('../../electron/library/search/worker.ts', import.meta.url);
const batchSize = 200;

function sizedEssay(size: Size): NewEssay {
  return { title: `An essay of ${size}`, body: documentOf(sizes[size]) };
}

/** Every essay has other sentences, and words that no other has. The one to write in comes last: it is the newest. */
function* manyEssays(count: number): Generator<NewEssay[]> {
  const pool = sentences();
  for (let start = 0; start < count; start += batchSize) {
    const places = Array.from({ length: Math.min(batchSize, count - start) }, (_, i) => start + i);
    yield places.map((place) => manyEssay(place, pool));
  }
  yield [sizedEssay('100 KB')];
}

function manyEssay(place: number, pool: readonly string[]): NewEssay {
  const step = 1 + (place % 97);
  const sentence = (at: number) => pool[(place * 31 + at * step) % pool.length]!;
  const paragraphs: string[] = [];
  for (let at = 0, length = 0; length < 9_000; at += 5) {
    const paragraph = [0, 1, 2, 3, 4].map((next) => sentence(at + next)).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  paragraphs.splice(
    3,
    0,
    `## Part ${place}`,
    `Ticket${place} was closed by engineer${place % 40}.`,
  );
  return {
    title: `${sentence(7).split(' ').slice(0, 5).join(' ')} ${place}`,
    excerpt: sentence(11),
    tags: [`topic-${place % 40}`, `year-${2000 + (place % 25)}`],
    status: place % 3 === 0 ? 'published' : 'draft',
    createdAt: new Date(Date.UTC(2000, 0, 1) + place * 3_600_000).toISOString(),
    body: `${paragraphs.join('\n\n')}\n`,
  };
}
