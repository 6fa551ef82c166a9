import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makePackages, type PackagesOptions } from '#package/makePackages.ts';
import { targets } from '#package/target.ts';
import { makePackageRuntime, packageRuntimeEnv } from './packageRuntime.ts';

/** Where this run of the check works: packages of this version in `now`, of a newer one in `next`. */
export const trial = process.env.LONGHAND_TRIAL ?? '';
export const inShort = process.env.LONGHAND_CHECK === 'short';

const project = resolve(import.meta.dirname, '../../..');
export const thisVersion = versionOf(project);
export const nextVersion = thisVersion.replace(/\d+$/, (last) => String(Number(last) + 1));

/** The path of a package that was made for this run. */
export function packageFile(of: 'now' | 'next', format: 'deb' | 'rpm' | 'tar.xz'): string {
  const version = of === 'now' ? thisVersion : nextVersion;
  return join(trial, of, `longhand-${version}-linux-x64-without-electron.${format}`);
}

/** What packaging is asked for, unless a check says otherwise: Linux packages around the stand-in. */
export function asked(out: string, more: Partial<PackagesOptions> = {}): PackagesOptions {
  return {
    project,
    out,
    targets: targets.filter(({ platform, arch }) => platform === 'linux' && arch === 'x64'),
    formats: inShort ? ['deb'] : ['deb', 'rpm', 'tar.xz'],
    electron: null,
    standIn: 'always',
    env: {},
    say: () => {},
    ...more,
  };
}

/** Makes the packages of this version and of a newer one, and the runtime that they start on. */
export async function makeTrial(folder: string): Promise<void> {
  await makePackages(asked(join(folder, 'now')));
  const next = join(folder, 'newer');
  layNewer(next);
  const formats = inShort ? (['deb'] as const) : (['deb', 'rpm'] as const);
  await makePackages(asked(join(folder, 'next'), { project: next, formats }));
  makePackageRuntime(folder);
}

/** A checkout that differs from this one in its version. */
function layNewer(folder: string): void {
  mkdirSync(folder);
  for (const name of ['out', 'resources', 'node_modules']) {
    symlinkSync(join(project, name), join(folder, name));
  }
  cpSync(join(project, 'LICENSE'), join(folder, 'LICENSE'));
  const read = (name: string) => readFileSync(join(project, name), 'utf8');
  const said = (version: string) => `"version": "${version}"`;
  const packageFile = read('package.json').replace(said(thisVersion), said(nextVersion));
  writeFileSync(join(folder, 'package.json'), packageFile);
  const news = `## ${nextVersion}\n\n- Newer.\n\n## `;
  writeFileSync(join(folder, 'CHANGELOG.md'), read('CHANGELOG.md').replace('## ', news));
}

/** Environment in which an installed program runs on the Chromium shell, as a writer whose home is `home`. */
export function writersEnv(home: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    ...packageRuntimeEnv(trial),
  };
}

/** Runs a program to its end. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout ?? '', err: stderr || (error?.message ?? '') };
}

function versionOf(folder: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
