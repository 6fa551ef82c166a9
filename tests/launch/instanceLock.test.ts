import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createInstanceLock } from '#launch/shell/instanceLock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = { argv: [], workingDirectory: '/', additionalData: null };
const unheard = { message: start, onSecond: () => {} };

it('is given again once it was released', () => {
  const first = createInstanceLock();
  expect(first.request(folder, unheard)).toBe(true);
  first.release();
  const second = createInstanceLock();
  expect(second.request(folder, unheard)).toBe(true);
  second.release();
});

it('is taken over from a process that died', () => {
  writeFileSync(join(folder, 'shell.lock'), JSON.stringify({ pid: 2 ** 30, started: '1' }));
  const lock = createInstanceLock();
  expect(lock.request(folder, unheard)).toBe(true);
  lock.release();
});

it('is taken over when another process has got the number of the one that died', () => {
  writeFileSync(join(folder, 'shell.lock'), JSON.stringify({ pid: process.ppid, started: 'x' }));
  const lock = createInstanceLock();
  expect(lock.request(folder, unheard)).toBe(true);
  lock.release();
});
