import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { EssayId } from '#contract/essay.ts';
import type { Verification } from '#contract/history.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { openProof } from '#library/proof/openProof.ts';
import { writeLongHistory } from '../../support/longHistory.ts';
import { typed } from '../../support/typed.ts';
import { watchTyping } from '../eventLoop.ts';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import { median, quantile } from '../statistics.ts';

const changesInOne = 100_000;
const longOnes = 10;
const turnsInRound = 300;
const proofWorker = new URL(import.meta.resolve('#library/proof/worker.ts'));

/** What a history costs: to add to it, to write beside a million changes, to open an essay that has one, to prove it. */
export async function journal(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const path = join(workshop.folder, 'journal.longhand');
  const library = openLibrary(path);
  const ids: EssayId[] = [];
  for (let i = 0; i < longOnes; i++) {
    const title = i === longOnes - 1 ? watched : `Long in the making ${i}`;
    ids.push(writeLongHistory(library, { title, saves: changesInOne, seed: i + 1 }));
  }
  const [long] = ids as [EssayId];
  const figures = [
    ...appending(library, long, workshop.folder, effort),
    opening(library, long, effort),
    await proving(path),
  ];
  library.close();
  const { idle, typing } = await watchTyping(path, watched, effort.watched);
  return [
    ...figures,
    {
      name: `event-loop delay while typing, ${(changesInOne * longOnes).toLocaleString('en')} changes, p99`,
      unit: 'ms',
      value: typing.p99,
      beside: { name: 'the same process idle', value: idle.p99 },
      bound: { kind: 'at most', value: 16 },
      detail: { idle, typing },
    },
  ];
}

const watched = 'An essay of a hundred thousand changes';

/** A key saved with its history, and the same text saved as one row of a bare table, turn by turn. */
function appending(library: Library, id: EssayId, folder: string, effort: Effort): Figure[] {
  const bare = new Database(join(folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE essay (key INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  let { body, revision } = readEssay(library, id);
  bare.prepare('INSERT INTO essay VALUES (1, ?)').run(body);
  const update = bare.prepare('UPDATE essay SET body = ? WHERE key = 1');
  const ours: number[][] = [];
  const theirs: number[][] = [];
  const middle = body.length >> 1;
  for (let turn = 0; turn < effort.questions * 2; turn++) {
    if (turn % turnsInRound === 0) {
      ours.push([]);
      theirs.push([]);
    }
    body = `${body.slice(0, middle)}x${body.slice(middle)}`;
    const steps = typed([middle, [0, 'x'], body.length - 1 - middle]);
    ours.at(-1)!.push(
      timed(() => {
        ({ revision } = changeBody(library, { id, baseRevision: revision, steps }));
      }),
    );
    theirs.at(-1)!.push(timed(() => update.run(body)));
  }
  bare.close();
  return [
    {
      name: 'save a key with its history, essay of 60 KB, p99',
      unit: 'ms',
      value: typicalP99(ours),
      beside: { name: 'bare update of its row', value: typicalP99(theirs) },
      bound: { kind: 'ratio at most', value: 1.5 },
      detail: {
        medians: { ours: median(ours.flat()), bare: median(theirs.flat()) },
        p99OfAll: { ours: quantile(ours.flat(), 0.99), bare: quantile(theirs.flat(), 0.99) },
      },
    },
  ];
}

/** The p99 of each round, and of these the one in the middle: what the machine does besides spoils a round, not the figure. */
function typicalP99(rounds: readonly (readonly number[])[]): number {
  return median(rounds.map((times) => quantile(times, 0.99)));
}

function opening(library: Library, long: EssayId, effort: Effort): Figure {
  const { body } = readEssay(library, long);
  const { id: none } = createEssay(library, { title: 'The same, at once', body });
  const times = { long: [] as number[], none: [] as number[] };
  for (let turn = 0; turn < effort.questions; turn++) {
    times.long.push(timed(() => readEssay(library, long)));
    times.none.push(timed(() => readEssay(library, none)));
  }
  return {
    name: `open an essay of ${changesInOne.toLocaleString('en')} changes, median`,
    unit: 'ms',
    value: median(times.long),
    beside: { name: 'the same text with none', value: median(times.none) },
    bound: { kind: 'ratio at most', value: 1.2 },
    detail: { p95: { long: quantile(times.long, 0.95), none: quantile(times.none, 0.95) } },
  };
}

/** Proves the library a few times, in the thread that the studio does it in: the first one comes upon code that was never run. */
async function proving(libraryPath: string): Promise<Figure> {
  const proof = openProof(libraryPath, proofWorker);
  const proofs = await Promise.all([1, 2, 3].map(() => proof.prove(null)));
  const [{ bytes, entries, damage }] = proofs as [Verification];
  if (damage.length > 0) throw new Error(`The library does not prove: ${damage[0]?.message}`);
  const speeds = proofs.map(({ milliseconds }) => bytes / 1000 / milliseconds);
  const perSecond = median(speeds);
  return {
    name: `verify ${(bytes / 1e6).toFixed(0)} MB of text and changes: 100 MB take`,
    unit: 'ms',
    value: (100 / perSecond) * 1000,
    beside: { name: 'the bound of 50 MB a second', value: 2000 },
    bound: { kind: 'at most', value: 2000 },
    detail: { megabytesPerSecond: perSecond, each: speeds, entries, bytes },
  };
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
