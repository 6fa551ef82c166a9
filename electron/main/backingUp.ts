import type { BackupStatus } from '#contract/backups.ts';
import { type Failure, toFailure } from '#contract/errors.ts';
import { usualBackupFolder } from '#library/backups/backupFolder.ts';
import type { Chores } from '#library/chores/chores.ts';
import type { LibraryHost } from './libraryHost.ts';
import { reportDefect } from './log.ts';
import type { PreferenceStore } from './preferences.ts';

interface BackingUpOptions {
  readonly host: LibraryHost;
  readonly preferences: PreferenceStore;
  readonly run: <N extends 'backUp' | 'listBackups'>(
    name: N,
    place: Parameters<Chores[N]>[0],
  ) => Promise<ReturnType<Chores[N]>>;
  readonly tell: (status: BackupStatus) => void;
  readonly now?: () => number;
}

/** The rolling backups of the library that is open. */
export interface BackingUp {
  readonly status: () => Promise<BackupStatus>;
  /** Makes one now, if anything was written since the last. What stands in the way is in the status. */
  readonly backUp: () => Promise<BackupStatus>;
  readonly folder: () => string;
  readonly stop: () => void;
}

/** Milliseconds. */
const lookEvery = 30_000;
const idleAfter = 20_000;
const backUpEvery = 3_600_000;
const tryAgainAfter = 10 * 60_000;

/** Backs the library up about once an hour, when nobody writes; a folder that refuses is tried again after a while. */
export function startBackingUp(options: BackingUpOptions): BackingUp {
  const { host, preferences, run, tell, now = Date.now } = options;
  const looking = setInterval(() => void look(), lookEvery);
  looking.unref();
  let problem: { readonly path: string; readonly failure: Failure; readonly at: number } | null =
    null;
  /** When the library at a path was last found backed up. */
  let settled: { readonly path: string; readonly at: number } | null = null;
  let working: { readonly folder: string; readonly done: Promise<BackupStatus> } | null = null;

  function folder(): string {
    const { backupFolder } = preferences.read();
    return backupFolder === '' ? usualBackupFolder(host.path()) : backupFolder;
  }

  async function look(): Promise<void> {
    const path = host.path();
    const status = host.status();
    if (status.kind !== 'open' || status.readOnly || status.essays === 0) return;
    if (now() - host.lastWrite() < idleAfter || working !== null) return;
    if (problem?.path === path && isWithin(problem.at, tryAgainAfter)) return;
    if (settled?.path === path && isWithin(settled.at, backUpEvery)) return;
    try {
      const [newest] = (await statusNow()).backups;
      const at = newest === undefined ? null : Date.parse(newest.at);
      if (at !== null && isWithin(at, backUpEvery)) settled = { path, at };
      else await backUp();
    } catch (thrown) {
      reportDefect('looking after the backups', thrown);
    }
  }

  /** By either sign: a clock that was set back must not keep the library from being backed up. */
  function isWithin(at: number, span: number): boolean {
    return Math.abs(now() - at) < span;
  }

  async function statusNow(): Promise<BackupStatus> {
    const libraryPath = host.path();
    const place = { libraryPath, folder: folder() };
    const list = await run('listBackups', place);
    return {
      folder: place.folder,
      isUsualFolder: preferences.read().backupFolder === '',
      ...list,
      problem: problem?.path === libraryPath ? problem.failure : null,
    };
  }

  function backUp(): Promise<BackupStatus> {
    const place = folder();
    if (working?.folder === place) return working.done;
    const before = working?.done.catch(() => {}) ?? Promise.resolve();
    const mine = { folder: place, done: before.then(makeOne) };
    working = mine;
    void mine.done
      .catch(() => {})
      .then(() => {
        if (working === mine) working = null;
      });
    return mine.done;
  }

  async function makeOne(): Promise<BackupStatus> {
    const path = host.path();
    try {
      await run('backUp', { libraryPath: path, folder: folder() });
      problem = null;
      settled = { path, at: now() };
    } catch (thrown) {
      const failure = toFailure(thrown);
      // Another window is at it: that is as good.
      if (failure.code !== 'locked') problem = { path, failure, at: now() };
      reportDefect('backing up the library', thrown);
    }
    const status = await statusNow();
    tell(status);
    return status;
  }

  return { status: statusNow, backUp, folder, stop: () => clearInterval(looking) };
}
