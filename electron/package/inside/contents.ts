import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { identity } from '../identity.ts';
import { PackagingError } from '../packagingError.ts';
import { type Target, targetName } from '../target.ts';

/**
 * Puts into `folder` what a package runs and nothing else: the built bundles, resources, and the database's library
 * with its one binary for the target. Throws a `PackagingError` when the studio has not been built.
 */
export function gatherContents(
  project: string,
  folder: string,
  target: Target,
  { updates }: { readonly updates: string | null },
): void {
  if (!existsSync(join(project, 'out', 'licences.json'))) {
    throw new PackagingError('The studio has not been built. Run `npm run build` first.');
  }
  for (const path of [
    ...filesIn(project, 'out'),
    ...filesIn(project, 'resources').filter((path) => !notForRunning.test(path)),
    ...sqliteFiles(project, target),
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(project, path), join(folder, path));
  }
  writeFileSync(join(folder, 'package.json'), packageFile(project, updates));
}

/** Pictures of the README and the icon's source; type faces and styles of the window, which are in its bundle. */
const notForRunning = /^resources\/(readme|icons|fonts)\//;

function sqliteFiles(project: string, target: Target): string[] {
  const root = 'node_modules/better-sqlite3';
  const binary = `${root}/prebuilds/${target.platform}-${target.arch}.node`;
  if (!existsSync(join(project, binary))) {
    throw new PackagingError(
      `better-sqlite3 brings no binary for ${targetName(target)}: “${binary}” is not there.`,
    );
  }
  const code = filesIn(project, `${root}/lib`).filter((path) => !oneBinary.test(path));
  return [`${root}/package.json`, `${root}/LICENSE`, ...code, binary];
}

/** Entries for one system each; the studio uses the one that asks where it runs. */
const oneBinary = /\/lib\/(linux|linuxmusl|darwin|win32)-\w+\.js$/;

function filesIn(project: string, folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** What the runtime reads of package.json, and where this copy may ask for newer versions. */
function packageFile(project: string, updates: string | null): string {
  const all = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, productName, version, description, license, type, main } = all;
  const kept = { name, productName, version, description, license, type, main };
  const more = { desktopName: `${identity.id}.desktop`, ...(updates ? { updates } : {}) };
  return `${JSON.stringify({ ...kept, ...more }, null, 2)}\n`;
}
