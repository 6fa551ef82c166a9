import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPreferences } from '#contract/preferences.ts';
import { openPreferences } from '#main/preferences.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  file = join(folder, 'settings', 'preferences.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('are the usual ones at the first start, and nothing is written', () => {
  expect(openPreferences(file).read()).toEqual(defaultPreferences);
  expect(existsSync(file)).toBe(false);
});

it('are found again as they were set, and leave no other file behind', () => {
  openPreferences(file).change({ theme: 'dark', split: 0.4 });
  expect(openPreferences(file).read()).toEqual({
    ...defaultPreferences,
    theme: 'dark',
    split: 0.4,
  });
  expect(readdirSync(join(folder, 'settings'))).toEqual(['preferences.json']);
});

it('tell everyone who listens', () => {
  const preferences = openPreferences(file);
  const heard: string[] = [];
  preferences.onChange(({ theme }) => heard.push(theme));
  preferences.change({ theme: 'light' });
  expect(heard).toEqual(['light']);
});

it.each(['', 'not json', '[]', '"dark"'])('start afresh from a file that holds %j', (text) => {
  file = join(folder, 'preferences.json');
  writeFileSync(file, text);
  expect(openPreferences(file).read()).toEqual(defaultPreferences);
});

it('keep what can be used of a file where something cannot', () => {
  file = join(folder, 'preferences.json');
  writeFileSync(file, JSON.stringify({ theme: 'dark', textSize: 400, unknown: true }));
  expect(openPreferences(file).read()).toEqual({ ...defaultPreferences, theme: 'dark' });
});
