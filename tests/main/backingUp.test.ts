import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Backup, BackupStatus } from '#contract/backups.ts';
import { StudioError } from '#contract/errors.ts';
import { defaultPreferences, type Preferences } from '#contract/preferences.ts';
import { type BackingUp, startBackingUp } from '#main/backingUp.ts';
import type { LibraryHost } from '#main/libraryHost.ts';
import type { PreferenceStore } from '#main/preferences.ts';

const minute = 60_000;
const hour = 60 * minute;

let made: Backup[];
let asked: string[];
let told: BackupStatus[];
let refusal: StudioError | null;
let lastWrite: number;
let library: { essays: number; readOnly: boolean };
let preferences: Preferences;
let backingUp: BackingUp;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') });
  made = [];
  asked = [];
  told = [];
  refusal = null;
  lastWrite = Date.now();
  library = { essays: 3, readOnly: false };
  preferences = defaultPreferences;
  const path = '/essays/Library.longhand';
  backingUp = startBackingUp({
    host: {
      path: () => path,
      lastWrite: () => lastWrite,
      status: () => ({ kind: 'open', path, ...library }),
    } as LibraryHost,
    preferences: { read: () => preferences } as PreferenceStore,
    run: (async (name: string, place: { folder: string }) => {
      asked.push(`${name} ${place.folder}`);
      if (name === 'listBackups') return { backups: [...made], unproved: null };
      if (refusal !== null) throw refusal;
      const at = new Date().toISOString();
      made.unshift({ path: `${place.folder}/${made.length}`, at, essays: 3, bytes: 1 });
      return true;
    }) as never,
    tell: (status) => told.push(status),
  });
});
afterEach(() => {
  backingUp.stop();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('backing up', () => {
  test('waits for a pause in the writing, then goes on about every hour', async () => {
    for (let count = 0; count < 20; count++) {
      await pass(10_000);
      lastWrite = Date.now();
    }
    expect(made).toEqual([]);
    await pass(minute);
    expect(made).toHaveLength(1);
    expect(told.at(-1)?.backups).toHaveLength(1);
    await pass(50 * minute);
    expect(made).toHaveLength(1);
    await pass(12 * minute);
    expect(made).toHaveLength(2);
  });

  test('goes to the usual folder beside the library, or to the one that was chosen', async () => {
    expect(backingUp.folder()).toBe('/essays/Backups');
    preferences = { ...preferences, backupFolder: '/disk/mine' };
    await backingUp.backUp();
    expect(asked[0]).toBe('backUp /disk/mine');
  });

  test('says why it could not be made, and tries again after a while', async () => {
    refusal = new StudioError('not-found', 'The folder is not there.');
    await pass(minute);
    expect(told.at(-1)?.problem).toMatchObject({ message: 'The folder is not there.' });
    refusal = null;
    await pass(5 * minute);
    expect(made).toEqual([]);
    await pass(6 * minute);
    expect(made).toHaveLength(1);
    expect(told.at(-1)?.problem).toBeNull();
  });

  test('takes another window that is at it for as good', async () => {
    refusal = new StudioError('locked', 'Another window is making one.');
    expect((await backingUp.backUp()).problem).toBeNull();
  });

  test('is done once when it is asked for twice at a time', async () => {
    await Promise.all([backingUp.backUp(), backingUp.backUp()]);
    expect(made).toHaveLength(1);
  });

  test('leaves an empty library and one for reading only alone', async () => {
    library = { essays: 0, readOnly: false };
    await pass(2 * hour);
    library = { essays: 3, readOnly: true };
    await pass(2 * hour);
    expect(asked).toEqual([]);
  });

  test('goes on when the clock is set back', async () => {
    await pass(minute);
    expect(made).toHaveLength(1);
    vi.setSystemTime(Date.parse('2024-05-01T12:00:00Z'));
    lastWrite = Date.now() - minute;
    await pass(minute);
    expect(made).toHaveLength(2);
  });
});
