import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mountSmallDisk } from '../../support/fullDisk.ts';
import { inShort, run, trial } from './trial.ts';

const command = resolve('electron/package/package.ts');
const packageWith = (args: string[], env: Record<string, string> = {}) =>
  run(process.execPath, [command, '--stand-in', ...args], env);
const freshFolder = () => mkdtempSync(join(trial, 'failure-'));

describe.skipIf(inShort)('packaging that cannot be done', () => {
  it('says which tool is missing, and makes what it can', () => {
    const tools = freshFolder();
    for (const name of ['dpkg-deb', 'tar', 'git', 'sh', 'gzip']) {
      const { out } = run('sh', ['-c', `command -v ${name}`]);
      symlinkSync(out.trim(), join(tools, name));
    }
    const asked = ['--for', 'linux-x64', '--only', 'deb,rpm'];
    const out = freshFolder();
    const { code, err } = packageWith([...asked, '--out', out], { PATH: tools });
    expect(code).toBe(1);
    expect(err).toBe(
      'Not made: linux-x64 rpm: rpmbuild is not on this machine; it comes with the package rpm.\n',
    );
    expect(readdirSync(out).filter((name) => name.endsWith('.deb'))).toHaveLength(1);
  });

  it.each([
    ['a signing variable half set', {}, { LONGHAND_WINDOWS_PASSWORD: 'x' }, /is set and .+ is not/],
    ['an address without https', {}, { LONGHAND_UPDATES: 'http://a.example' }, /with https/],
    ['a moment that is none', {}, { SOURCE_DATE_EPOCH: 'today' }, /seconds since 1970/],
    ['a system there is not', { for: 'beos-x64' }, {}, /--for has “beos-x64”/],
    ['a format there is not', { only: 'snap' }, {}, /--only has “snap”/],
  ])('refuses %s in a sentence, and makes nothing', (_, options, env, sentence) => {
    const out = freshFolder();
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    const { code, err } = packageWith([...args, '--out', out], env);
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toMatch(sentence);
    expect(readdirSync(out)).toEqual([]);
  });

  // Each of them fills at another step.
  it.for([14, 24, 32, 40])('leaves a full disk of %d MB as it was', (megabytes, { skip }) => {
    const disk = mountSmallDisk(freshFolder(), megabytes);
    if (disk === null) return skip('this user may not mount a disk to fill');
    try {
      const out = join(disk.folder, 'out');
      const { code, err } = packageWith(['--for', 'linux-x64', '--out', out]);
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringMatching(/^There is no room left on the disk\..+--out\.\n$/),
      });
      expect(readdirSync(out)).toEqual([]);
    } finally {
      disk.remove();
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing when it is stopped by %s',
    async (signal) => {
      const out = join(freshFolder(), 'out');
      mkdirSync(out);
      writeFileSync(join(out, 'longhand-0.0.9.deb'), 'what was made before');
      const args = [command, '--stand-in', '--for', 'linux-x64', '--out', out];
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      while (readdirSync(out).length < 2) await setTimeout(10);
      await setTimeout(1_500);
      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(readdirSync(out)).toEqual(['longhand-0.0.9.deb']);
    },
  );

  it('needs a build, and says so', () => {
    const empty = freshFolder();
    for (const name of ['package.json', 'CHANGELOG.md', 'LICENSE', 'electron', 'node_modules']) {
      symlinkSync(resolve(name), join(empty, name));
    }
    const preserve = ['--preserve-symlinks', '--preserve-symlinks-main'];
    const { code, err } = run(process.execPath, [
      ...preserve,
      join(empty, 'electron/package/package.ts'),
    ]);
    expect({ code, err }).toEqual({
      code: 1,
      err: 'The studio has not been built. Run `npm run build` first.\n',
    });
    expect(existsSync(join(empty, 'dist'))).toBe(false);
  });
});
