import crypto from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { fieldsHash } from '#library/essays/essayRecord.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { readDescription, readRecord } from '#library/essays/readRecord.ts';
import { restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { packJournal } from '#library/journal/pack.ts';
import { readParts } from '#library/journal/readParts.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { writing } from '#library/transaction.ts';
import { type Besides, besidesIn, besidesOf } from './besides.ts';
import { type Random, randomFrom } from './random.ts';

/** What an essay truly was, at each of its changes. */
export interface Truth {
  readonly texts: ReadonlySet<string>;
  /** Hashes of what was said about it. */
  readonly descriptions: ReadonlySet<string>;
  readonly lastText: string;
  readonly lastDescription: string;
  /** Every line of its history. */
  readonly lines: string;
}

/** A library as it lies on a disk, with a backup of it, and all that is true of it. */
export interface Specimen {
  readonly name: string;
  readonly path: string;
  readonly hasLog: boolean;
  readonly backups: string;
  readonly essays: ReadonlyMap<EssayId, Truth>;
  /** What was in it besides essays when it was saved last, and at any time. */
  readonly lastBesides: Besides;
  readonly everBesides: Besides;
}

/** Two libraries of thirty essays each: one that was closed, one whose last changes wait in its log. The same bytes at every run. */
export async function makeSpecimens(folder: string): Promise<readonly Specimen[]> {
  const random = randomFrom(20_260_501);
  const restore = seedIds(random);
  try {
    return [
      await makeSpecimen(folder, 'closed', random),
      await makeSpecimen(folder, 'open', random),
    ];
  } finally {
    restore();
  }
}

interface Growing {
  readonly id: EssayId;
  readonly texts: Set<string>;
  readonly descriptions: Set<string>;
}

async function makeSpecimen(
  folder: string,
  name: 'closed' | 'open',
  random: Random,
): Promise<Specimen> {
  const home = join(folder, name);
  const backups = join(home, 'backups');
  mkdirSync(backups, { recursive: true });
  const workPath = join(home, 'work.longhand');
  const path = join(home, 'essays.longhand');
  let now = Date.parse('2026-05-01T12:00:00Z');
  const tick = () => {
    now += 1000;
    return new Date(now);
  };
  const library = openLibrary(workPath, { now: tick });
  const essays: Growing[] = [];
  const remember = ({ id, texts, descriptions }: Growing) => {
    texts.add(readEssay(library, id).body);
    descriptions.add(said(library, id));
  };
  const add = () => {
    const body = words(random, essays.length === 3 ? 9_000 : 20 + random.below(60));
    const start = { title: title(random), tags: ['essay'], body };
    const { id } = createEssay(
      library,
      essays.length % 4 === 0 ? { ...start, ...imported } : start,
    );
    const essay = { id, texts: new Set<string>(), descriptions: new Set<string>() };
    essays.push(essay);
    remember(essay);
  };
  const work = (changes: number) => {
    for (let count = 0; count < changes; count++) {
      const long = random.below(20) === 0;
      const essay = long ? essays[3]! : random.pick(essays.filter((_, index) => index !== 3));
      change(library, essay.id, random);
      remember(essay);
    }
  };
  const goOnBesides = besidesIn(library, random);
  const everBesides = new Set<string>();
  const workBesides = (changes: number) => {
    for (let count = 0; count < changes; count++) {
      goOnBesides(random.pick(essays).id);
      for (const each of besidesOf(library)) everBesides.add(each);
    }
  };

  for (let count = 0; count < 28; count++) add();
  workBesides(40);
  work(280);
  for (const { id } of essays.filter((_, index) => index % 3 !== 0)) pack(library, id);
  work(60);
  workBesides(20);
  await library.db.backup(join(backups, 'work 2026-05-01 13-00-00 UTC.longhand-backup'));
  library.db.pragma('wal_checkpoint(TRUNCATE)');
  add();
  add();
  work(25);
  workBesides(12);
  const lastBesides = besidesOf(library);
  const truths = new Map(essays.map((essay) => [essay.id, truthOf(library, essay)]));
  if (name === 'open') copyFileSync(`${workPath}-wal`, `${path}-wal`);
  else library.db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(workPath, path);
  library.close();
  return {
    ...{ name, path, hasLog: name === 'open', backups, essays: truths },
    ...{ lastBesides, everBesides },
  };
}

function truthOf(library: Library, { id, texts, descriptions }: Growing): Truth {
  const { key } = readRecord(library, id);
  return {
    texts,
    descriptions,
    lastText: readEssay(library, id).body,
    lastDescription: said(library, id),
    lines: [...readParts(library, key)].map((part) => part.lines).join(''),
  };
}

/** What is said about an essay, as a hash. */
export function said(library: Library, id: EssayId): string {
  return fieldsHash(readDescription(library, readRecord(library, id))).toString('hex');
}

function change(library: Library, id: EssayId, random: Random): void {
  const { body, revision, trashedAt } = readEssay(library, id);
  switch (random.below(12)) {
    case 0:
      describeEssay(library, id, { title: title(random) });
      return;
    case 1:
      (trashedAt === null ? trashEssays : restoreEssays)(library, [id]);
      return;
    default: {
      const from = random.below(body.length + 1);
      const gone = random.below(Math.min(40, body.length - from) + 1);
      const comes = words(random, random.below(12)).split('\n');
      const change = [from, [gone, ...comes], body.length - from - gone] as const;
      const at = library.now().getTime();
      changeBody(library, {
        id,
        baseRevision: revision,
        steps: [{ changes: change.filter((part) => part !== 0), at, source: 'typed' }],
      });
    }
  }
}

/** Packs a history, and keeps the text beside it as is done of longer ones. */
function pack(library: Library, id: EssayId): void {
  writing(library, () => {
    packJournal(library, readRecord(library, id));
    library.db
      .prepare(
        `INSERT OR REPLACE INTO checkpoint
         SELECT essay_key, last, ?, text_hash FROM journal_block WHERE essay_key = ? ORDER BY last DESC LIMIT 1`,
      )
      .run(deflateRawSync(readEssay(library, id).body), readRecord(library, id).key);
  });
}

/** What an essay may have besides, in tables of their own or in columns that may be empty. */
const imported = {
  ...{ series: 'Leases', seriesPlace: 3, publishedAt: '2026-04-30T12:00:00Z' },
  frontMatter: '---\ntitle: As it came\nweight: 7\n---\n',
} as const;

function title(random: Random): string {
  return words(random, 3 + random.below(4)).replaceAll('\n', ' ');
}

const vocabulary =
  'the queue held its breath while we counted what was left of the lease and nobody had written down why 429 retries — naïve ones — were fine until Tuesday'.split(
    ' ',
  );

function words(random: Random, count: number): string {
  return Array.from(
    { length: count },
    () => random.pick(vocabulary) + (random.below(14) === 0 ? '.\n' : ' '),
  ).join('');
}

/** Has the library give its essays the same names at every run. */
function seedIds(random: Random): () => void {
  const { randomUUID } = crypto;
  crypto.randomUUID = () => {
    const hex = random.bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  syncBuiltinESMExports();
  return () => {
    crypto.randomUUID = randomUUID;
    syncBuiltinESMExports();
  };
}
