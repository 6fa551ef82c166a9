import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { run, trial } from './trial.ts';

/** An empty system of its own, on which packages are installed and removed by its package manager. */
export interface EmptyRoot {
  readonly folder: string;
  /** Installs a package, over an older one that is there. */
  readonly install: (file: string) => void;
  readonly remove: () => void;
}

/** `within` is a folder to make it in, such as a disk of its own. */
export function debianRoot(within = trial): EmptyRoot {
  const folder = mkdtempSync(join(within, 'debian-'));
  const state = join(folder, 'var/lib/dpkg');
  for (const name of ['info', 'updates', 'triggers', 'alternatives']) {
    mkdirSync(join(state, name), { recursive: true });
  }
  writeFileSync(join(state, 'status'), '');
  // Nothing else is installed, so nothing it depends on is.
  const options = [`--root=${folder}`, '--force-depends', '--log=/dev/null'];
  return {
    folder,
    install: (file) => must('dpkg', [...options, '--install', file]),
    remove: () => must('dpkg', [...options, '--purge', 'longhand']),
  };
}

export function rpmRoot(within = trial): EmptyRoot {
  const folder = mkdtempSync(join(within, 'rpm-'));
  const options = ['--root', folder, '--nodeps'];
  return {
    folder,
    install: (file) => must('rpm', [...options, '--upgrade', file]),
    remove: () => must('rpm', [...options, '--erase', 'longhand']),
  };
}

/** dpkg gives files to root, which only root and `fakeroot` may. */
function must(program: string, args: readonly string[]): void {
  const asRoot = process.getuid?.() === 0 ? [program] : ['fakeroot', program];
  const [first = program, ...rest] = [...asRoot, ...args];
  const { code, out, err } = run(first, rest);
  if (code !== 0) throw new Error(`${program} failed:\n${out}\n${err}`);
}

/** Every file and link below a folder with its mode, or where it leads. */
export function filesBelow(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        const what = entry.isSymbolicLink()
          ? readlinkSync(path)
          : (statSync(path).mode & 0o7777).toString(8);
        return [relative(folder, path), what];
      })
      .sort(([one], [other]) => one.localeCompare(other, 'en')),
  );
}
