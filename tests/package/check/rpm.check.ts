import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { debianRoot, filesBelow, rpmRoot } from './emptyRoot.ts';
import { inShort, nextVersion, packageFile, run, trial, writersEnv } from './trial.ts';

const mayInstall = process.getuid?.() === 0;

it.skipIf(inShort || !mayInstall)(
  'the .rpm puts the same program on a system as the .deb, is upgraded and removed',
  () => {
    const debian = debianRoot();
    debian.install(packageFile('now', 'deb'));
    const fedora = rpmRoot();
    fedora.install(packageFile('now', 'rpm'));
    const program = (root: string) =>
      Object.fromEntries(filesBelow(join(root, 'usr/lib/longhand')));
    expect(program(fedora.folder)).toEqual(program(debian.folder));
    const shown = (root: string) => [...filesBelow(join(root, 'usr/share/icons')).keys()];
    expect(shown(fedora.folder)).toEqual(shown(debian.folder));

    fedora.install(packageFile('next', 'rpm'));
    const command = join(fedora.folder, 'usr/bin/longhand');
    const env = writersEnv(join(trial, 'rpm-home')) as Record<string, string>;
    expect(run(command, ['--version'], env).out).toBe(`${nextVersion}\n`);
    fedora.remove();
    expect(existsSync(join(fedora.folder, 'usr/lib/longhand'))).toBe(false);
  },
);

it.skipIf(inShort)('the .tar.xz runs where it is unpacked', () => {
  const folder = join(trial, 'unpacked');
  expect(run('mkdir', [folder]).code).toBe(0);
  expect(run('tar', ['-xf', packageFile('now', 'tar.xz'), '-C', folder]).code).toBe(0);
  const [top] = [...filesBelow(folder).keys()];
  const program = join(folder, top!.split('/')[0]!, 'longhand');
  const env = writersEnv(join(trial, 'tar-home')) as Record<string, string>;
  expect(run(program, ['list'], env).err).toContain('There is no library');
  expect(run(program, ['list']).err).toContain('made without Electron');
});
