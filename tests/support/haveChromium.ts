import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, theseSurroundings } from '#launch/findChromium.ts';

/** Makes sure of a Chromium for the tests: finds one, else installs it as root on Debian. Gives '' or what a person has to do. */
export function haveChromium(): string {
  if (findChromium(theseSurroundings)) return '';
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log('\nNo Chromium was found; installing it with apt-get.');
    apt(['update']);
    apt(['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation']);
    if (findChromium(theseSurroundings)) return '';
  }
  return 'no Chromium was found: install it (Debian: `sudo apt install chromium`) or set CHROMIUM_PATH';
}

function apt(args: readonly string[]): void {
  spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
