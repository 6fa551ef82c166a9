import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { type LibraryHost, openLibraryHost } from '#main/libraryHost.ts';

let folder: string;
let told: [string, unknown][];
const hosts: LibraryHost[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  told = [];
});
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
  rmSync(folder, { recursive: true, force: true });
});

function host(named: string | null = null): LibraryHost {
  const opened = openLibraryHost({
    named,
    usual: join(folder, 'usual.longhand'),
    memory: join(folder, 'last-library.json'),
    // Only a search starts the worker.
    searchWorker: new URL('file:///nowhere.js'),
    proofWorker: new URL('file:///nowhere.js'),
    tell: (event, value) => told.push([event, value]),
  });
  hosts.push(opened);
  return opened;
}

it('opens the usual library at the first start, and makes it', () => {
  expect(host().status()).toMatchObject({ kind: 'open', path: join(folder, 'usual.longhand') });
});

it('opens the one that is named, and finds it again at the next start', () => {
  const named = join(folder, 'other.longhand');
  host(named).close();
  expect(host().status()).toMatchObject({ kind: 'open', path: named });
});

it('does not make an empty library in place of a remembered one that is gone', () => {
  const named = join(folder, 'other.longhand');
  host(named).close();
  rmSync(named);
  expect(host().status()).toMatchObject({
    kind: 'failed',
    path: named,
    error: { code: 'not-found' },
  });
});

it('keeps a failure as its status, refuses requests with it, and can try again', () => {
  const path = join(folder, 'notes.longhand');
  writeFileSync(path, 'this is no library, only text that is long enough to be one');
  const failed = host(path);
  expect(failed.status()).toMatchObject({ kind: 'failed', error: { code: 'not-a-library' } });
  expect(() => failed.library()).toThrow(expect.objectContaining({ code: 'not-a-library' }));
  rmSync(path);
  expect(failed.retry()).toMatchObject({ kind: 'open', path });
  expect(told).toEqual([['library.opened', expect.objectContaining({ kind: 'open', path })]]);
});

it('keeps the open library when another cannot be opened', () => {
  const open = host();
  open.write((library) => createEssay(library, { title: 'Kept' }));
  const missing = join(folder, 'missing.longhand');
  expect(() => open.open(missing, { create: false })).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  );
  expect(open.status()).toMatchObject({ kind: 'open', essays: 1 });
});

it('tells the window about the library that took the place of the first', () => {
  const open = host();
  const path = join(folder, 'second.longhand');
  expect(open.open(path, { create: true })).toMatchObject({ kind: 'open', path, essays: 0 });
  expect(told.map(([event]) => event)).toEqual(['library.opened']);
});
