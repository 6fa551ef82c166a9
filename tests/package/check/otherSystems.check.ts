import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listPackage } from '@electron/asar';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeApplication, programIn, resourcesIn } from '#package/application.ts';
import { standInZip } from '#package/electronZips.ts';
import { wrongFuses } from '#package/fuses.ts';
import { type Icons, makeIcons } from '#package/icons/makeIcons.ts';
import { makePackages } from '#package/makePackages.ts';
import { type Target, targets } from '#package/target.ts';
import { headerHash } from './headerHash.ts';
import { asked, inShort, run, thisVersion, trial } from './trial.ts';

let icons: Icons;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(trial, 'others-'));
  icons = await makeIcons(resolve('resources/icons/longhand.svg'), join(folder, 'icons'));
});

async function applicationFor(target: Target): Promise<string> {
  const work = join(folder, `${target.platform}-${target.arch}`);
  mkdirSync(work);
  const { folder: electronFolder } = await standInZip(target, join(work, 'electron'));
  return makeApplication(
    {
      project: resolve('.'),
      target,
      version: thisVersion,
      electronFolder,
      icons,
      updates: 'https://longhand.example/newest.json',
      macSigning: null,
      windowsSigning: null,
      notices: 'Terms.',
    },
    work,
  );
}

describe.skipIf(inShort)('packages for other systems', () => {
  it.each(targets)(
    '%j has its own database binary, its fuses and where to look for newer',
    async (target) => {
      const application = await applicationFor(target);
      expect(await wrongFuses(programIn(application, target))).toEqual([]);
      const asar = join(resourcesIn(application, target), 'app.asar');
      const binaries = listPackage(asar, { isPack: false }).filter((path) =>
        path.endsWith('.node'),
      );
      expect(binaries).toEqual([
        `/node_modules/better-sqlite3/prebuilds/${target.platform}-${target.arch}.node`,
      ]);
    },
  );

  it('the Windows program has our icon, name and version', async () => {
    const target = targets.find(({ platform, arch }) => platform === 'win32' && arch === 'x64')!;
    const application = join(folder, 'win32-x64/applications/Longhand-win32-x64');
    const { entries } = NtExecutableResource.from(
      NtExecutable.from(readFileSync(programIn(application, target))),
    );
    const [version] = Resource.VersionInfo.fromEntries(entries);
    const [language] = version!.getAllLanguagesForStringValues();
    expect(version!.getStringValues(language!)).toMatchObject({
      ProductName: 'Longhand',
      ProductVersion: thisVersion,
      CompanyName: 'The Longhand authors',
    });
    // Its fuse makes the program read no asar but the one whose hash stands here.
    const integrity = entries.find(({ type }) => type === 'INTEGRITY');
    const [hashed] = JSON.parse(Buffer.from(integrity!.bin).toString('utf8'));
    const asar = join(resourcesIn(application, target), 'app.asar');
    expect(hashed).toMatchObject({ alg: 'SHA256', value: headerHash(asar) });
    const [group] = Resource.IconGroupEntry.fromEntries(entries);
    expect(group!.icons.map(({ width }) => width || 256)).toContain(256);
    const command = readFileSync(
      join(resourcesIn(application, target), 'bin/longhand.cmd'),
      'utf8',
    );
    expect(command).toContain('Longhand.exe" -- %*');
  });

  it('the macOS bundle offers to open Markdown and never takes it over', () => {
    const bundle = join(folder, 'darwin-arm64/applications/Longhand-darwin-arm64/Longhand.app');
    const list = readFileSync(join(bundle, 'Contents/Info.plist'), 'utf8');
    expect(list).toContain('<string>invalid.longhand.Longhand</string>');
    expect(list).toMatch(/<key>LSHandlerRank<\/key>\s*<string>Alternate<\/string>/);
    expect(list).toMatch(/<key>ElectronAsarIntegrity<\/key>/);
    expect(list).toContain(`<string>${thisVersion}</string>`);
    // The command finds the program through a link from anywhere.
    const link = join(folder, 'longhand');
    run('ln', ['-s', join(bundle, 'Contents/Resources/bin/longhand'), link]);
    expect(run('sh', ['-x', link, 'list']).err).toContain(
      `${bundle}/Contents/MacOS/Longhand -- list`,
    );
  });

  it('the Windows installer is made, and the same source makes the same bytes', async () => {
    const windows = targets.filter(({ platform, arch }) => platform === 'win32' && arch === 'x64');
    const linux = asked('').targets;
    const sums = [];
    for (const name of ['once', 'twice']) {
      const { made, notMade } = await makePackages(
        asked(join(folder, name), {
          targets: [...linux, ...windows],
          formats: ['deb', 'exe', 'zip'],
        }),
      );
      expect(notMade).toEqual([]);
      expect(made.filter((path) => path.endsWith('.exe'))).toHaveLength(1);
      sums.push(readFileSync(made.at(-1)!, 'utf8'));
      expect(
        run('sh', ['-c', `cd "${join(folder, name)}" && sha256sum --check *.sha256`]).code,
      ).toBe(0);
    }
    expect(sums[0]).toBe(sums[1]);
  });
});
