import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { beforeAll, describe, expect, it } from 'vitest';
import { wrongFuses } from '#package/fuses.ts';
import { debianRoot, filesBelow } from './emptyRoot.ts';
import { inShort, packageFile, run, thisVersion, trial } from './trial.ts';

/** What may be in the asar: bundles, what they read, and the database's library. */
const allowedInside = [
  /^\/package\.json$/,
  /^\/out\/licences\.json$/,
  /^\/out\/main\/(chunks\/)?[\w-]+\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/index\.html$/,
  /^\/out\/renderer\/drawing\.js$/,
  /^\/out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png|wasm)$/,
  /^\/resources\/(?!icons|readme|fonts)[a-z]+\/([\w./-]+)\.(css|html|md|svg|woff2|LICENSE)$/,
  /^\/node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/(methods\/)?[\w-]+\.js)$/,
  /^\/node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
];
/** What may be on the system besides Electron's own files and the asar. */
const allowedBeside = [
  /^usr\/bin\/longhand$/,
  /^usr\/lib\/longhand\/resources\/(app\.asar|LICENSES\.txt)$/,
  /^usr\/lib\/longhand\/resources\/app\.asar\.unpacked\/node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
  /^usr\/share\/applications\/invalid\.longhand\.Longhand\.desktop$/,
  /^usr\/share\/metainfo\/invalid\.longhand\.Longhand\.metainfo\.xml$/,
  /^usr\/share\/icons\/hicolor\/(\d+x\d+|scalable)\/apps\/invalid\.longhand\.Longhand\.(png|svg)$/,
  /^usr\/share\/man\/man1\/longhand\.1\.gz$/,
  /^usr\/share\/doc\/longhand\/(copyright|changelog\.gz)$/,
  /^usr\/share\/lintian\/overrides\/longhand$/,
];
const electronsOwn = /^usr\/lib\/longhand\/(?!resources\/)/;
const budget = 12_000_000;

describe('what is inside', () => {
  let root: string;
  let asar: string;
  beforeAll(() => {
    const system = debianRoot();
    system.install(packageFile('now', 'deb'));
    root = system.folder;
    asar = join(root, 'usr/lib/longhand/resources/app.asar');
  });

  it('is what runs, and nothing else', () => {
    const folder = mkdtempSync(join(trial, 'inside-'));
    extractAll(asar, folder);
    const files = [...filesBelow(folder).keys()].map((path) => `/${path}`);
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => !allowedInside.some((rule) => rule.test(path)))).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('has the database’s binary outside the asar, and only that', () => {
    const unpacked = filesBelow(`${asar}.unpacked`);
    expect([...unpacked.keys()]).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    const { length } = listPackage(asar, { isPack: true }).filter((each) => /^unpack/.test(each));
    expect(length).toBe(1);
  });

  it('has nothing on the system but its program, menu entry, icons, manual and terms', () => {
    const ours = [...filesBelow(root)].filter(
      ([path]) => path.startsWith('usr/') && !electronsOwn.test(path),
    );
    const strange = ours.filter(([path]) => !allowedBeside.some((rule) => rule.test(path)));
    expect(strange).toEqual([]);
    const modes = new Set(ours.filter(([path]) => path !== 'usr/bin/longhand').map(([, m]) => m));
    expect([...modes]).toEqual(['644']);
    const programs = Object.fromEntries(filesBelow(join(root, 'usr/lib/longhand')));
    expect(programs).toMatchObject({ longhand: '755', 'chrome-sandbox': '4755' });
  });

  it('stays within its size', () => {
    // The stand-in for Electron adds some kilobytes.
    const { size } = statSync(packageFile('now', 'deb'));
    expect(size).toBeLessThan(budget);
  });

  it('keeps the fuses of the binary as they must be', async () => {
    expect(await wrongFuses(join(root, 'usr/lib/longhand/longhand'))).toEqual([]);
  });

  it('has the terms of everything in it', () => {
    const terms = readFileSync(join(root, 'usr/share/doc/longhand/copyright'), 'utf8');
    for (const name of ['Longhand (MIT)', 'Electron', 'react 1', 'better-sqlite3', 'Inter']) {
      expect(terms).toContain(name);
    }
  });

  it('has a menu entry and metadata that their own validators accept', () => {
    const share = join(root, 'usr/share');
    const entry = join(share, 'applications/invalid.longhand.Longhand.desktop');
    expect(run('desktop-file-validate', [entry])).toEqual({ code: 0, out: '', err: '' });
    const metadata = join(share, 'metainfo/invalid.longhand.Longhand.metainfo.xml');
    const { code, out } = run('appstreamcli', ['validate', '--no-net', metadata]);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(readFileSync(metadata, 'utf8')).toContain(`<release version="${thisVersion}"`);
  });

  it.skipIf(inShort)('is a package that lintian finds no error in', () => {
    const { out } = run('lintian', ['--allow-root', packageFile('now', 'deb')]);
    expect(out.split('\n').filter((line) => line.startsWith('E:'))).toEqual([]);
  });
});
