import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import { newTarget } from '#contract/newTarget.ts';
import type { TargetKind } from '#contract/publishing.ts';
import { addTarget } from '#library/targets/saveTarget.ts';
import type { LibraryHost } from '#main/libraryHost.ts';
import { type RenderingAhead, startRenderingAhead } from '#main/renderingAhead.ts';
import { freshLibrary } from '../library/freshLibrary.ts';

let runs: { readonly path: string; readonly signal: AbortSignal; readonly end: () => void }[];
let lastWrite: number;
let readOnly: boolean;
let ahead: RenderingAhead;

/** The work on a library with a target of this kind; a run ends when the test says so, or when it is stopped. */
function working(kind: TargetKind): void {
  const { library, path, folder: home } = freshLibrary();
  const folder = join(home, 'site');
  mkdirSync(folder);
  addTarget(library, { ...newTarget(kind), name: 'Site', folder });
  const host = {
    path: () => path,
    library: () => library,
    lastWrite: () => lastWrite,
    status: () => ({ kind: 'open', path, readOnly, keptCopy: null, essays: 1 }),
  } as LibraryHost;
  ahead = startRenderingAhead({
    host,
    run: (libraryPath, signal) =>
      new Promise<number>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new StudioError('cancelled', 'Stopped.')));
        runs.push({ path: libraryPath, signal, end: () => resolve(1) });
      }),
  });
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') });
  runs = [];
  lastWrite = Date.now();
  readOnly = false;
});
afterEach(() => {
  ahead.stop();
  vi.useRealTimers();
});

describe('rendering ahead', () => {
  test('waits until nobody has written for a minute, and is done once for each time somebody did', async () => {
    working('site');
    await pass(50);
    lastWrite = Date.now();
    await pass(55);
    expect(runs).toHaveLength(0);
    await pass(10);
    expect(runs).toHaveLength(1);
    await pass(300);
    runs[0]!.end();
    await pass(300);
    expect(runs).toHaveLength(1);
    lastWrite = Date.now();
    await pass(70);
    expect(runs).toHaveLength(2);
  });

  test('stops within a moment when somebody writes, and goes on at the next pause', async () => {
    working('ghost');
    await pass(70);
    lastWrite = Date.now();
    await pass(0.3);
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true]);
    await pass(50);
    expect(runs).toHaveLength(1);
    await pass(20);
    expect(runs).toHaveLength(2);
  });

  test('gives way to whoever publishes', async () => {
    working('site');
    await pass(70);
    ahead.giveWay();
    expect(runs[0]!.signal.aborted).toBe(true);
    await pass(50);
    expect(runs).toHaveLength(1);
    await pass(20);
    expect(runs).toHaveLength(2);
  });

  test('has nothing to do where essays go out as Markdown, or the library is only read', async () => {
    working('hugo');
    await pass(200);
    ahead.stop();
    readOnly = true;
    working('site');
    await pass(200);
    expect(runs).toHaveLength(0);
  });
});
