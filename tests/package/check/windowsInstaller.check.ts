import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePackages } from '#package/makePackages.ts';
import { targets } from '#package/target.ts';
import { haveTool } from '#package/tools.ts';
import { mountSmallDisk } from '../../support/fullDisk.ts';
import { asked, inShort, nextVersion, run, thisVersion, trial } from './trial.ts';
import { withTools } from './withTools.ts';

const isHere = haveTool('wine') && haveTool('makensis');

// Wine stands for Windows: its registry, its folders and its way with files, but no program that runs keeps its files.
describe.skipIf(inShort || !isHere)('the Windows installer, in Wine', () => {
  let windows: Windows;
  beforeAll(async () => {
    windows = await emptyWindows();
  });

  it('installs for one user, offers Markdown, is upgraded and removed, and takes nothing else', async () => {
    const { home, install, uninstall, registry, installed } = windows;
    const library = join(home, 'AppData/Roaming/Longhand/Library.longhand');
    mkdirSync(join(library, '..'), { recursive: true });
    writeFileSync(library, 'essays');
    registry('add', 'HKCU\\Software\\Classes\\.md', '/ve', '/d', 'Other.Markdown', '/f');
    registry('add', 'HKCU\\Software\\Classes\\.md\\OpenWithProgids', '/v', 'Other.Markdown', '/f');

    expect(install('now')).toBe(0);
    expect(readFileSync(join(installed, 'resources/app.asar')).length).toBeGreaterThan(1_000_000);
    expect(existsSync(join(installed, 'Longhand.exe'))).toBe(true);
    expect(said(registry('query', uninstallKey))).toContain(
      `DisplayVersion    REG_SZ    ${thisVersion}`,
    );
    const menu = join(home, 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs');
    expect(readdirSync(menu)).toContain('Longhand.lnk');
    const opened = said(registry('query', 'HKCU\\Software\\Classes\\.md', '/s'));
    expect(opened).toMatch(/\(Default\)\s+REG_SZ\s+Other\.Markdown/);
    expect(opened).toMatch(/Longhand\.Markdown\s+REG_SZ/);
    const command = join(home, 'AppData/Local/Microsoft/WindowsApps/longhand.cmd');
    mkdirSync(join(command, '..'), { recursive: true });
    writeFileSync(command, '@rem Made by Longhand.\r\n@call "Longhand" %*\r\n');

    // What an earlier try left behind is in nobody's way.
    mkdirSync(`${installed}.new`);
    writeFileSync(join(`${installed}.new`, 'half.dll'), 'half');
    writeFileSync(join(installed, 'left-over.dll'), 'of the older version');
    expect(install('next')).toBe(0);
    expect(said(registry('query', uninstallKey))).toContain(
      `DisplayVersion    REG_SZ    ${nextVersion}`,
    );
    expect(existsSync(join(installed, 'left-over.dll'))).toBe(false);
    expect(readdirSync(join(installed, '..'))).toEqual(['Longhand']);

    await uninstall();
    expect(readdirSync(menu)).not.toContain('Longhand.lnk');
    expect(existsSync(command)).toBe(false);
    expect(registry('query', uninstallKey).code).not.toBe(0);
    const after = said(registry('query', 'HKCU\\Software\\Classes\\.md', '/s'));
    expect(after).toMatch(/\(Default\)\s+REG_SZ\s+Other\.Markdown/);
    expect(after).not.toContain('Longhand');
    expect(readFileSync(library, 'utf8')).toBe('essays');
  });

  it('leaves another program’s command where it is', async () => {
    const { home, install, uninstall } = windows;
    const command = join(home, 'AppData/Local/Microsoft/WindowsApps/longhand.cmd');
    mkdirSync(join(command, '..'), { recursive: true });
    writeFileSync(command, '@echo Somebody else\r\n');
    expect(install('now')).toBe(0);
    await uninstall();
    expect(readFileSync(command, 'utf8')).toBe('@echo Somebody else\r\n');
  });

  it('keeps the installed version when the newer one finds no room', async ({ skip }) => {
    const { home, install, uninstall, installed } = windows;
    const programs = join(installed, '..');
    const before = `${programs}.before`;
    const disk = mountSmallDisk(join(home, 'small'), 30);
    if (disk === null) return skip('this user may not mount a disk to fill');
    try {
      execFileSync('mv', [programs, before]);
      symlinkSync(disk.folder, programs);
      expect(install('now')).toBe(0);
      const asInstalled = readdirSync(installed, { recursive: true }).sort();
      disk.fill();
      expect(install('next')).not.toBe(0);
      disk.clear();
      expect(readdirSync(installed, { recursive: true }).sort()).toEqual(asInstalled);
      expect(readdirSync(programs)).toEqual(['Longhand']);
      expect(install('next')).toBe(0);
      await uninstall();
    } finally {
      execFileSync('rm', ['-f', programs]);
      execFileSync('mv', [before, programs]);
      disk.remove();
    }
  });
});

const uninstallKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Longhand';

interface Windows {
  /** The user's folder. */
  readonly home: string;
  readonly installed: string;
  readonly install: (which: 'now' | 'next') => number | null;
  /** Resolves when nothing of it is left in its place. */
  readonly uninstall: () => Promise<void>;
  readonly registry: (...args: string[]) => ReturnType<typeof run>;
}

/** A Windows that has nothing on it, and the installers of this version and of a newer one. */
async function emptyWindows(): Promise<Windows> {
  const prefix = mkdtempSync(join(trial, 'wine-'));
  const env = {
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    DISPLAY: '',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
  const wine = (...args: string[]) => run('wine', args, env);
  expect(wine('wineboot', '--init').code).toBe(0);
  const [user] = readdirSync(join(prefix, 'drive_c/users')).filter((name) => name !== 'Public');
  const home = join(prefix, 'drive_c/users', user!);
  const installed = join(home, 'AppData/Local/Programs/Longhand');
  const installers = { now: await installerFor('now'), next: await installerFor('next') };
  return {
    home,
    installed,
    install: (which) => wine(installers[which], '/S').code,
    // It goes on as a copy of itself, which alone can remove the file it came from.
    async uninstall() {
      expect(wine(join(installed, 'Uninstall.exe'), '/S').code).toBe(0);
      await expect.poll(() => readdirSync(join(installed, '..')), { timeout: 30_000 }).toEqual([]);
    },
    registry: (...args) => wine('reg', ...args),
  };
}

/** Packed as ever, but for the installer's stub, which is a 64-bit one: Debian's Wine runs no other by itself. */
async function installerFor(which: 'now' | 'next'): Promise<string> {
  const makensis = run('sh', ['-c', 'command -v makensis']).out.trim();
  const wide = `exec "${makensis}" "-XTarget amd64-unicode" "$@"`;
  const { made } = await withTools({ makensis: wide }, () =>
    makePackages(
      asked(join(trial, `windows-${which}`), {
        ...(which === 'next' ? { project: join(trial, 'newer') } : {}),
        targets: targets.filter(({ platform, arch }) => platform === 'win32' && arch === 'x64'),
        formats: ['exe'],
      }),
    ),
  );
  return made[0]!;
}

function said({ code, out, err }: ReturnType<typeof run>): string {
  expect({ code, err }).toMatchObject({ code: 0 });
  return out.replaceAll('\r', '');
}
