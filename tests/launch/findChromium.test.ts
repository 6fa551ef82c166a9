import { expect, it } from 'vitest';
import { findChromium } from '#launch/findChromium.ts';

const machine = (
  env: Record<string, string>,
  programs: readonly string[],
  platform: NodeJS.Platform = 'linux',
) => findChromium({ env, platform, isProgram: (path) => programs.includes(path) });

it('finds the browser that CHROMIUM_PATH names before any on PATH', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
  expect(machine(env, ['/opt/chromium', '/usr/bin/chromium'])).toBe('/opt/chromium');
});

it('does not fall back on another when the one CHROMIUM_PATH names is not there', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };
  expect(machine(env, ['/usr/bin/chromium'])).toBe(null);
});

it('prefers Chromium to Chrome and Chrome to Edge, wherever on PATH they are', () => {
  const env = { PATH: '/a:/b' };
  expect(machine(env, ['/a/microsoft-edge', '/a/google-chrome', '/b/chromium'])).toBe(
    '/b/chromium',
  );
  expect(machine(env, ['/a/microsoft-edge', '/b/google-chrome'])).toBe('/b/google-chrome');
});

it('looks where macOS keeps applications', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(machine({ PATH: '/usr/bin' }, [chrome], 'darwin')).toBe(chrome);
});

it('finds none where there is none', () => {
  expect(machine({ PATH: '/usr/bin' }, [])).toBe(null);
});
