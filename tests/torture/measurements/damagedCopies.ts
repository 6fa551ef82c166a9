import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Finding, TortureOptions } from '../finding.ts';
import type { Trial } from './damagedCopy.ts';

const usualRuns = 10_000;
/** Seconds after which a trial that does not end counts as one that never would. */
const patience = 60;

/** Copies of a library, each damaged at random: nothing may crash, nothing may be altered in silence, nearly all must come back. */
export async function damagedCopies({ runs, seed, room }: TortureOptions): Promise<Finding[]> {
  const total = runs ?? usualRuns;
  const processes = Math.min(2, availableParallelism());
  const share = Math.ceil(total / processes);
  const shares = Array.from({ length: processes }, (_, index) => {
    const from = seed + index * share;
    return runShare(from, Math.min(seed + total, from + share), join(room, `copies-${index}`));
  });
  const results = await Promise.all(shares);
  return findingsOf(
    results.flatMap(({ trials }) => trials),
    results.flatMap(({ crashes }) => crashes),
  );
}

interface Share {
  readonly trials: readonly Trial[];
  /** Seeds of trials that ended the process, or did not end. */
  readonly crashes: readonly number[];
}

/** Goes on after a trial that took its process down. */
async function runShare(from: number, to: number, room: string): Promise<Share> {
  const trials: Trial[] = [];
  const crashes: number[] = [];
  for (let next = from; next < to; ) {
    await runProcess(next, to, join(room, String(next)), (trial) => {
      trials.push(trial);
      next = trial.seed + 1;
    });
    if (next < to) crashes.push(next++);
  }
  return { trials, crashes };
}

function runProcess(
  from: number,
  to: number,
  room: string,
  onTrial: (trial: Trial) => void,
): Promise<void> {
  mkdirSync(room, { recursive: true });
  const program = join(import.meta.dirname, 'damagedCopiesProcess.ts');
  const child = spawn(process.execPath, [program, String(from), String(to), room], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Second by second, so that one in which nothing had a turn, this process neither, counts as one at most.
  let waited = 0;
  const watchdog = setInterval(() => {
    waited++;
    if (waited >= patience) child.kill('SIGKILL');
  }, 1_000);
  createInterface({ input: child.stdout }).on('line', (line) => {
    waited = 0;
    onTrial(JSON.parse(line) as Trial);
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(watchdog);
      resolve();
    });
  });
}

function findingsOf(trials: readonly Trial[], crashes: readonly number[]): Finding[] {
  const essays = sum(trials.map((trial) => trial.essays));
  const back = sum(trials.map(({ withBackup }) => sum(Object.values(withBackup))));
  const lost = sum(trials.map(({ withBackup }) => withBackup.lost ?? 0));
  const tried = trials.filter(({ alone }) => alone !== null);
  const lostAlone = sum(tried.map(({ alone }) => alone?.lost ?? 0));
  const essaysAlone = sum(tried.map((trial) => trial.essays));
  const faulty = trials.filter(({ faults }) => faults.length > 0);
  const older = trials.filter(({ olderAsAWhole }) => olderAsAWhole);
  const besidesThere = sum(trials.map(({ besides }) => besides.there));
  const besidesBack = sum(trials.map(({ besides }) => besides.back));
  const kinds = [...new Set(trials.map(({ kind }) => kind))].sort();
  return [
    { name: 'Damaged copies', value: trials.length, of: 'copies', bound: null },
    {
      name: 'Crashes and endless work',
      value: crashes.length,
      of: 'copies',
      bound: { kind: 'at most', value: 0 },
      detail: crashes,
    },
    {
      name: 'Silent alterations and other faults',
      value: faulty.length,
      of: 'copies',
      bound: { kind: 'at most', value: 0 },
      detail: faulty.slice(0, 50),
    },
    {
      name: 'Essays recovered with one backup',
      value: percent(back - lost, essays),
      of: '%',
      bound: { kind: 'at least', value: 99 },
      detail: kinds.map((kind) => countsOf(kind, trials)),
    },
    {
      name: 'Essays recovered without a backup',
      value: percent(essaysAlone - lostAlone, essaysAlone),
      of: '%',
      bound: null,
    },
    {
      name: 'Images, targets, receipts and names as they were saved last, with one backup',
      value: percent(besidesBack, besidesThere),
      of: '%',
      bound: null,
    },
    {
      name: 'Logs cut where a change ends: the library as it was before opens whole',
      value: older.length,
      of: 'copies',
      bound: null,
    },
  ];
}

function countsOf(kind: string, all: readonly Trial[]): object {
  const trials = all.filter((trial) => trial.kind === kind);
  const count = (opening: Trial['opening']) =>
    trials.filter((trial) => trial.opening === opening).length;
  return {
    kind,
    copies: trials.length,
    opened: { clean: count('clean'), told: count('told'), refused: count('refused') },
    withBackup: totals(trials.map(({ withBackup }) => withBackup)),
    alone: totals(trials.map(({ alone }) => alone ?? {})),
  };
}

function totals(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const each of counts) {
    for (const [name, value] of Object.entries(each)) total[name] = (total[name] ?? 0) + value;
  }
  return total;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((10_000 * part) / whole) / 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
