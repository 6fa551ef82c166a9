import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toFailure } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { makeLibraryOfOne } from '../../library/migrations/versionOne.ts';
import { typed } from '../../support/typed.ts';
import type { Finding, TortureOptions } from '../finding.ts';
import { boundUser, keyAt, keys, startTypist } from '../typist.ts';

/** What a hardship did to a library: null when all that was acknowledged is there and proves, else what is wrong. */
type Hardship = (path: string, run: number, inShort: boolean) => Promise<string | null>;

/** Disks that fill, writes that fail, folders that may not be written to or vanish, migrations cut off, clocks that jump, processes that are put to sleep, and two that write at once. */
export async function hardships({ runs, room }: TortureOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, { hardship, times }] of Object.entries(all)) {
    const total = Math.min(runs ?? times, times);
    const faults: string[] = [];
    for (let run = 0; run < total; run++) {
      const path = join(room, `${findings.length}-${run}.longhand`);
      const fault = await hardship(path, run, runs !== null);
      if (fault !== null) faults.push(`run ${run}: ${fault}`);
    }
    findings.push({
      name,
      value: faults.length,
      of: `of ${total} tries went wrong`,
      bound: { kind: 'at most', value: 0 },
      detail: faults,
    });
  }
  return findings;
}

const all: Readonly<Record<string, { readonly hardship: Hardship; readonly times: number }>> = {
  'The disk fills while one writes, and has room again': { hardship: fullDisk, times: 100 },
  'The system refuses to write further into the file': { hardship: failingWrites, times: 50 },
  'The folder may not be written to': { hardship: readOnlyFolder, times: 100 },
  'A migration is killed half way': { hardship: killedMigration, times: 200 },
  'The folder vanishes and comes back': { hardship: vanishingFolder, times: 100 },
  'The clock is set back a year, and on again': { hardship: jumpingClock, times: 100 },
  'The process is suspended and resumed': { hardship: suspended, times: 50 },
  'Two processes write 10,000 changes each': { hardship: twoWriters, times: 1 },
};

async function fullDisk(path: string, run: number): Promise<string | null> {
  const library = openLibrary(path);
  const { id } = createEssay(library, { title: 'Filling up' });
  const pages = library.db.pragma('page_count', { simple: true }) as number;
  library.db.pragma(`max_page_count = ${pages + 1 + (run % 20)}`);
  const stopped = typeUntilRefused(library, id, 400);
  if (stopped.refusal !== 'disk-full')
    return `was not told that the disk is full: ${stopped.refusal}`;
  if (readEssay(library, id).body !== stopped.saved) return 'another text than was acknowledged';
  library.db.pragma('max_page_count = 1000000');
  changeBody(library, {
    id,
    baseRevision: stopped.revision,
    steps: [typedAtEnd(stopped.saved, '!')],
  });
  return closed(library, id, `${stopped.saved}!`);
}

async function failingWrites(path: string, run: number): Promise<string | null> {
  const library = openLibrary(path);
  const { id } = createEssay(library, { title: 'Refused' });
  library.close();
  // The limit is in blocks of 1,024 bytes, and its signal is not to end the process.
  const shell = `trap '' XFSZ; ulimit -f ${150 + run * 3}`;
  const typist = startTypist(path, id, { shell });
  await typist.ended;
  if (typist.refused() === null) return 'ended without saying why';
  const after = openLibrary(path);
  const { body } = readEssay(after, id);
  if (body.length < typist.saved()) return 'an acknowledged change is missing';
  return closed(after, id, keys(body.length));
}

/** Closed properly or with its last changes in the log: nothing of it is changed, all is read or the reason told, and writing goes on later. */
async function readOnlyFolder(path: string, run: number): Promise<string | null> {
  const folder = `${path}.folder`;
  mkdirSync(folder);
  chmodSync(dirname(path), 0o755);
  const inside = join(folder, 'Library.longhand');
  const library = openLibrary(inside);
  const { id } = createEssay(library, { title: 'Read only' });
  library.close();
  const isKilled = run % 2 === 1;
  const first = startTypist(inside, id, { count: isKilled ? 1e9 : 40 });
  await first.reaches(20);
  if (isKilled) first.process.kill('SIGKILL');
  await first.ended;
  const names = readdirSync(folder);
  const before = names.map((name) => readFileSync(join(folder, name)));
  // Where the log is there already and may be written, SQLite needs nothing of the folder.
  const isFileBound = isKilled || run % 4 === 0;
  for (const name of names) chmodSync(join(folder, name), isFileBound ? 0o444 : 0o666);
  chmodSync(folder, 0o555);
  const second = startTypist(inside, id, { isBound: true, count: 1_000 });
  await second.ended;
  const shown = shownTo(boundUser, inside);
  chmodSync(folder, 0o755);
  for (const name of names) chmodSync(join(folder, name), 0o644);
  if (!second.refused()?.startsWith('read-only')) return `was not told: ${second.refused()}`;
  if (second.saved() > 0) return 'a change was acknowledged';
  if (
    shown.text === null ? !shown.said.includes('last changes') : shown.text.length < first.saved()
  )
    return `was shown ${shown.text?.length} of ${first.saved()} keys: ${shown.said}`;
  const isSame = readdirSync(folder).join() === names.join();
  if (!isSame || !names.every((name, at) => readFileSync(join(folder, name)).equals(before[at]!)))
    return 'something in the folder was changed';
  const again = openLibrary(inside);
  const { body } = readEssay(again, id);
  if (body.length < first.saved() || body !== keys(body.length))
    return 'an acknowledged change is missing';
  return closed(again, id, body + typeSome(again, id, 20));
}

/** The only essay as the command line shows it, or null and what that says instead. */
function shownTo(
  user: object,
  path: string,
): { readonly text: string | null; readonly said: string } {
  const program = join(import.meta.dirname, '../../../electron/cli/longhand.ts');
  const args = [program, 'show', 'read-only', '--json', '--library', path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    ...user,
    encoding: 'utf8',
  });
  return {
    text: status === 0 ? (JSON.parse(stdout) as { body: string }).body : null,
    said: stderr,
  };
}

/** A library of the first version: it is as it was or as the newest has it, whenever the process is killed. */
async function killedMigration(path: string, _: number, inShort: boolean): Promise<string | null> {
  const essays = Array.from({ length: inShort ? 100 : 400 }, (_, count) => ({
    title: `${count}`,
    pieces: [`${count}\n`.repeat(500)],
  }));
  const [id, ...others] = makeLibraryOfOne(path, [{ title: 'Typed', pieces: [''] }, ...essays]) as [
    EssayId,
    ...EssayId[],
  ];
  const typist = startTypist(path, id);
  await typist.begun;
  await sleep(Math.random() * (inShort ? 150 : 400));
  typist.process.kill('SIGKILL');
  await typist.ended;
  const library = openLibrary(path);
  if (readEssay(library, id).body.length < typist.saved())
    return 'an acknowledged change is missing';
  const changed = others.findIndex(
    (other, at) => readEssay(library, other).body !== essays[at]!.pieces[0],
  );
  if (changed !== -1) return `essay ${changed} has another text`;
  return closed(library, id, keys(readEssay(library, id).body.length));
}

async function vanishingFolder(path: string): Promise<string | null> {
  const library = openLibrary(path);
  const { id } = createEssay(library, { title: 'Away' });
  const before = typeSome(library, id, 20);
  renameSync(path, `${path}.away`);
  const stopped = typeUntilRefused(library, id, 5);
  renameSync(`${path}.away`, path);
  if (stopped.refusal !== 'not-found') return `a save was acknowledged while the file was away`;
  const after = typeSome(library, id, 20);
  return closed(library, id, before + after);
}

async function jumpingClock(path: string, run: number): Promise<string | null> {
  const year = 365 * 24 * 3_600_000;
  let now = Date.parse('2026-05-01T12:00:00Z');
  const library = openLibrary(path, { now: () => new Date(now) });
  const { id } = createEssay(library, { title: 'Out of time' });
  let text = '';
  for (const jump of [-year, 1_000, year, -3_600_000 * (run + 1), 10 * year, -year]) {
    now += jump;
    text += typeSome(library, id, 5);
  }
  return closed(library, id, text);
}

async function suspended(path: string): Promise<string | null> {
  const library = openLibrary(path);
  const { id } = createEssay(library, { title: 'Asleep' });
  const { id: other } = createEssay(library, { title: 'Awake' });
  const typist = startTypist(path, id, { count: 120 });
  await typist.reaches(1);
  for (let naps = 0; naps < 3; naps++) {
    typist.process.kill('SIGSTOP');
    await sleep(Math.random() * 60);
    typeSomeWithPatience(library, other);
    typist.process.kill('SIGCONT');
    await sleep(Math.random() * 30);
  }
  await typist.ended;
  if (typist.refused() !== null) return `refused: ${typist.refused()}`;
  return closed(library, id, keys(120));
}

async function twoWriters(path: string, _: number, inShort: boolean): Promise<string | null> {
  const count = inShort ? 500 : 10_000;
  const library = openLibrary(path);
  const ids = ['One', 'Two'].map((title) => createEssay(library, { title }).id);
  library.close();
  const typists = ids.map((id) => startTypist(path, id, { count, pace: 'machine' }));
  await Promise.all(typists.map((typist) => typist.ended));
  const refused = typists.map((typist) => typist.refused()).find((reason) => reason !== null);
  if (refused !== undefined) return `refused: ${refused}`;
  const after = openLibrary(path);
  const [one, two] = ids as [EssayId, EssayId];
  if (readEssay(after, one).body !== keys(count)) return 'another text than was typed';
  return closed(after, two, keys(count));
}

/** A process that was stopped in the middle of a save holds the lock: that is told, and is no fault. */
function typeSomeWithPatience(library: Library, id: EssayId): void {
  library.db.pragma('busy_timeout = 20');
  try {
    typeSome(library, id, 3);
  } catch (thrown) {
    if (toFailure(thrown).code !== 'locked') throw thrown;
  } finally {
    library.db.pragma('busy_timeout = 5000');
  }
}

/** Types at the end of an essay, key by key, and gives what it typed. */
function typeSome(library: Library, id: EssayId, count: number): string {
  let { body, revision } = readEssay(library, id);
  let added = '';
  for (let i = 0; i < count; i++) {
    const key = keyAt(body.length);
    const steps = [typedAtEnd(body, key)];
    ({ revision } = changeBody(library, { id, baseRevision: revision, steps }));
    body += key;
    added += key;
  }
  return added;
}

function typeUntilRefused(library: Library, id: EssayId, most: number) {
  let { body: saved, revision } = readEssay(library, id);
  for (let i = 0; i < most; i++) {
    const more = keys(500);
    try {
      const steps = [typedAtEnd(saved, more)];
      ({ revision } = changeBody(library, { id, baseRevision: revision, steps }));
      saved += more;
    } catch (thrown) {
      return { saved, revision, refusal: toFailure(thrown).code };
    }
  }
  return { saved, revision, refusal: null };
}

function typedAtEnd(body: string, inserted: string) {
  const changes = body === '' ? [[0, inserted] as const] : [body.length, [0, inserted] as const];
  return typed(changes)[0]!;
}

/** Closes a library and opens it again: the essay is what it should be, and everything proves. */
function closed(library: Library, id: EssayId, text: string): string | null {
  const { path } = library;
  library.close();
  const again = openLibrary(path);
  try {
    if (readEssay(again, id).body !== text) return 'another text than was acknowledged';
    const { damage, file } = proveLibrary(again);
    return damage[0]?.message ?? file[0] ?? null;
  } finally {
    again.close();
  }
}
