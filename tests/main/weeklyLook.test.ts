import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Newest } from '#contract/about.ts';
import { startWeeklyLook } from '#main/weeklyLook.ts';

const hour = 3_600_000;
const day = 24 * hour;
const newer = { kind: 'newer', version: '9.0.0', page: 'https://longhand.example/9' } as const;

let folder: string;
let isOn: boolean;
let answer: Newest | Error;
let looks: number;
let told: string[];
let stop: () => void;

/** Starts the studio, as a writer does on another day. */
function start(): void {
  stop = startWeeklyLook({
    memory: join(folder, 'updates.json'),
    isOn: () => isOn,
    async look() {
      looks += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    found: ({ version }) => told.push(version),
  }).stop;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-05-01T12:00:00Z') });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  isOn = true;
  answer = newer;
  looks = 0;
  told = [];
  start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('never looks unless the writer has switched it on', async () => {
  isOn = false;
  await pass(60 * day);
  expect(looks).toBe(0);
  isOn = true;
  await pass(6 * hour);
  expect({ looks, told }).toEqual({ looks: 1, told: ['9.0.0'] });
  isOn = false;
  await pass(60 * day);
  expect(looks).toBe(1);
});

it('looks some time after the start, and then about once a week however long it stays open', async () => {
  await pass(10_000);
  expect(looks).toBe(0);
  await pass(20_000);
  expect(looks).toBe(1);
  await pass(6 * day);
  expect(looks).toBe(1);
  await pass(2 * day);
  expect(looks).toBe(2);
  await pass(21 * day);
  expect(looks).toBe(5);
});

it('remembers from start to start', async () => {
  await pass(1 * hour);
  for (let count = 0; count < 5; count++) {
    stop();
    await pass(1 * day);
    start();
    await pass(1 * hour);
  }
  expect(looks).toBe(1);
  stop();
  await pass(2 * day);
  start();
  await pass(1 * hour);
  expect(looks).toBe(2);
});

it('says nothing of finding none, nor of having no network, and tries again then', async () => {
  answer = new Error('getaddrinfo ENOTFOUND');
  await pass(1 * hour);
  answer = { kind: 'this' };
  await pass(6 * hour);
  expect({ looks, told }).toEqual({ looks: 2, told: [] });
  await pass(1 * day);
  expect(looks).toBe(2);
});

it.each([
  ['is no JSON', '{"lookedAt":'],
  ['says something else', 'null'],
  ['was written before the clock was set back', `{"lookedAt":${Date.parse('2031-01-01')}}`],
])('looks when its memory %s', async (_, memory) => {
  writeFileSync(join(folder, 'updates.json'), memory);
  await pass(1 * hour);
  expect({ looks, told }).toEqual({ looks: 1, told: ['9.0.0'] });
});
