import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePackages } from '#package/makePackages.ts';
import { asked, inShort, run, thisVersion, trial, writersEnv } from './trial.ts';
import { withTools } from './withTools.ts';

// The tool itself comes from no package registry; one that only puts its folder into a .tar takes its place.
it.skipIf(inShort)(
  'what an AppImage is made of has all that one needs, and runs where it lies',
  async () => {
    const { made } = await withTools({ appimagetool: 'tar -cf "$3" -C "$2" .' }, () =>
      makePackages(asked(join(trial, 'image'), { formats: ['AppImage'] })),
    );
    expect(made[0]).toMatch(/linux-x64-without-electron\.AppImage$/);
    const folder = join(trial, 'image-inside');
    mkdirSync(folder);
    expect(run('tar', ['-xf', made[0]!, '-C', folder]).code).toBe(0);

    const top = readdirSync(folder).sort();
    expect(top).toEqual([
      'AppRun',
      'invalid.longhand.Longhand.desktop',
      'invalid.longhand.Longhand.png',
      'usr',
    ]);
    expect(run('desktop-file-validate', [join(folder, top[1]!)])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(statSync(join(folder, 'AppRun')).mode & 0o111).not.toBe(0);
    const env = writersEnv(join(trial, 'image-home'));
    expect(run(join(folder, 'AppRun'), ['--version'], env).out).toBe(`${thisVersion}\n`);
  },
);
