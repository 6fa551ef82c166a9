import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Essay, NewEssay } from '#contract/essay.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';

export interface TemporaryLibrary {
  readonly folder: string;
  readonly path: string;
  readonly library: Library;
  /** Closes the library and removes its folder. */
  readonly remove: () => void;
}

/** An empty library in a folder of its own. */
export function temporaryLibrary(options: { readonly now?: () => Date } = {}): TemporaryLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  const path = join(folder, 'essays.longhand');
  const library = openLibrary(path, options);
  return {
    folder,
    path,
    library,
    remove() {
      library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A library with these essays, closed again; the essays as it has them. */
export function makeLibrary(path: string, starts: readonly NewEssay[]): readonly Essay[] {
  const library = openLibrary(path);
  try {
    return createEssays(library, starts);
  } finally {
    library.close();
  }
}

/** Three essays that differ in everything a list can show. */
export const sampleEssays: readonly NewEssay[] = [
  {
    title: 'The Night the Queue Stopped',
    excerpt: 'A consumer that never acknowledged. A pager that never rang.',
    tags: ['incident', 'Kafka'],
    status: 'published',
    createdAt: '2024-03-01T08:00:00Z',
    publishedAt: '2024-03-09T08:00:00+01:00',
    series: 'Incidents',
    seriesPlace: 1,
    body: '# The alarm\n\nAt 02:14 the consumer lag crossed a million messages. Nobody was paged.\n',
  },
  {
    title: 'What a Migration Costs',
    tags: ['postgres', 'migration'],
    status: 'review',
    createdAt: '2025-01-15T10:00:00Z',
    body: 'We moved nine terabytes in a weekend.\n\nIt took a year to prepare.\n',
  },
  {
    title: 'Über das Messen',
    tags: ['incident', 'Messung'],
    status: 'idea',
    language: 'de',
    createdAt: '2023-11-30T10:00:00Z',
    body: 'Wer misst, misst auch sich selbst.\n',
  },
];

/** Adds `count` essays of about nine thousand characters, each with words that no other has: `essay17`, `body17`. */
export function addManyEssays(library: Library, count: number): void {
  const batch = 100;
  for (let start = 0; start < count; start += batch) {
    const places = Array.from({ length: Math.min(batch, count - start) }, (_, i) => start + i);
    createEssays(library, places.map(manyEssay));
  }
}

function manyEssay(place: number): NewEssay {
  const paragraph = `${prose.slice(place % 200)} body${place} ${prose.slice(0, place % 300)}\n\n`;
  return {
    title: `On essay${place} and what followed`,
    excerpt: `The story of number ${place}, from the first alarm to the last lesson.`,
    tags: [`topic-${place % 40}`, `year-${2000 + (place % 25)}`],
    status: place % 3 === 0 ? 'published' : 'draft',
    createdAt: new Date(Date.UTC(2000, 0, 1) + place * 3_600_000).toISOString(),
    body: paragraph.repeat(Math.ceil(9000 / paragraph.length)),
  };
}

const prose =
  'The quick retries made the slow database slower, and nobody had drawn the loop on a whiteboard before. ' +
  'A queue hides the load until it shows all of it at once. We measured, found little, measured again elsewhere, ' +
  'and learned that the cache had been answering for a service which had been gone since Tuesday. ' +
  'Every default is a decision that someone else made on a day when they knew less about your traffic than you do.';
