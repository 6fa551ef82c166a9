import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

// A checkout with a build in it, so that this needs no build of the real one.
let checkout: string;
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'longhand-'));
  cpSync(resolve('electron/launch'), join(checkout, 'electron/launch'), { recursive: true });
  mkdirSync(join(checkout, 'out/main'), { recursive: true });
  writeFileSync(join(checkout, 'out/main/index.js'), '');
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}');
  const electron = join(checkout, 'node_modules/electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"name":"electron","version":"1.0.0"}');
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

function start(args: readonly string[], env: Record<string, string>) {
  const entry = join(checkout, 'electron/launch/start.ts');
  return spawnSync(process.execPath, [entry, ...args], { env, encoding: 'utf8' });
}

it.skipIf(process.platform !== 'linux')(
  'without a display it says what to do, in one line and without a stack trace',
  () => {
    const { status, stdout, stderr } = start([], { PATH: '' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('npm run demo');
  },
);

it('without a browser it says how to install one', () => {
  const { status, stderr } = start(['--headless'], { CHROMIUM_PATH: '/nowhere/chromium' });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('CHROMIUM_PATH');
});

it('without a build it says to build', () => {
  rmSync(join(checkout, 'out'), { recursive: true });
  const { status, stderr } = start(['--headless'], {});
  expect(status).toBe(1);
  expect(stderr).toContain('npm run build');
});
