import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findElectron } from '#launch/electronBinary.ts';
import { theseSurroundings } from '#launch/findChromium.ts';
import { wrongFuses } from '#package/fuses.ts';
import { makePackages } from '#package/makePackages.ts';
import { essaysOnDisk } from '../../support/onDisk.ts';
import { debianRoot } from './emptyRoot.ts';
import { asked, inShort, run, thisVersion, trial } from './trial.ts';

const isHere = findElectron(theseSurroundings) !== null && Boolean(process.env.DISPLAY);

// Its fuses keep a test from reaching into it: it is used as a person would, and its library is looked at.
it.skipIf(inShort || !isHere)(
  'with Electron’s own binary the installed program works from the command line and takes in a file in its window',
  async () => {
    const out = join(trial, 'real');
    await makePackages(asked(out, { standIn: 'never', formats: ['deb'] }));
    const system = debianRoot();
    system.install(join(out, `longhand-${thisVersion}-linux-x64.deb`));
    const program = join(system.folder, 'usr/lib/longhand/longhand');
    expect(await wrongFuses(program)).toEqual([]);

    const home = mkdtempSync(join(trial, 'home-'));
    mkdirSync(join(home, '.config'));
    const env = { HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    expect(run(program, [...root, '--version'], env).out).toBe(`${thisVersion}\n`);
    expect(run(program, [...root, 'not-a-command'], env).code).toBe(2);

    const note = join(home, 'note.md');
    writeFileSync(note, '# Handed over\n\nWords.\n');
    const library = join(home, 'Library.longhand');
    const window = spawn(program, [...root, '--library', library, note], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
    });
    try {
      const titles = () => essaysOnDisk(library).map(({ title }) => title);
      await expect.poll(titles, { timeout: 60_000 }).toEqual(['Handed over']);
      const listed = run(program, [...root, 'list', '--library', library], env);
      expect(listed.out).toContain('Handed over');
    } finally {
      window.kill();
    }
  },
);
