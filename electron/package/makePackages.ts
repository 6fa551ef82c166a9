import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checksumLines, checksumOf } from './checksums.ts';
import { electronVersion, findElectronZip, standInZip } from './electronZips.ts';
import { type Format, type FormatName, formats, whyNotHere } from './formats.ts';
import { makeIcons } from './icons/makeIcons.ts';
import { identity } from './identity.ts';
import { billOfMaterials } from './inside/billOfMaterials.ts';
import type { Licence } from './inside/licences.ts';
import { noticesText } from './inside/notices.ts';
import { PackagingError } from './packagingError.ts';
import { packTarget } from './packTarget.ts';
import { changesOf, productVersion } from './productVersion.ts';
import { macSigning, windowsSigning } from './signing.ts';
import { sourceDate } from './sourceDate.ts';
import { type Target, targetName } from './target.ts';
import { withWorkFolder } from './workFolder.ts';

export interface PackagesOptions {
  readonly project: string;
  readonly out: string;
  readonly targets: readonly Target[];
  readonly formats: readonly FormatName[];
  /** A folder with Electron's releases; null to take what was downloaded before or can be. */
  readonly electron: string | null;
  /** When to pack around the stand-in: for every target, for none, or for this machine's own where Electron cannot be had. */
  readonly standIn: 'always' | 'never' | 'here';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

export interface PackagesReport {
  /** Paths of what was made; checksums and the bill of materials come last. */
  readonly made: readonly string[];
  /** A sentence for each package that was asked for and could not be made here. */
  readonly notMade: readonly string[];
}

/**
 * Makes every package that was asked for and that this machine can make, and says which it cannot and why. All of
 * them are put into `out` at the end, so that a failure, which throws, leaves nothing half made.
 */
export async function makePackages(options: PackagesOptions): Promise<PackagesReport> {
  const { project, out, env, say } = options;
  const read = (name: string) => readFileSync(join(project, name), 'utf8');
  const changelog = read('CHANGELOG.md');
  const { version: said } = JSON.parse(read('package.json')) as { version: string };
  const version = productVersion(said, changelog);
  const date = sourceDate(project, env.SOURCE_DATE_EPOCH);
  const signing = { macSigning: macSigning(env), windowsSigning: windowsSigning(env) };
  const updates = updatesAddress(env.LONGHAND_UPDATES);
  const changes = changesOf(version, changelog);
  const licences = readLicences(project);
  const notices = noticesText(read('LICENSE'), licences);

  return withWorkFolder(out, async (work) => {
    const icons = await makeIcons(
      join(project, 'resources/icons/longhand.svg'),
      join(work, 'icons'),
    );
    const source = { project, version, date, icons, updates, notices, changes, ...signing };
    const ready = join(work, 'ready');
    mkdirSync(ready);
    const made: string[] = [];
    const notMade: string[] = [];
    let withElectron = false;

    for (const target of options.targets) {
      const name = targetName(target);
      const can = formatsFor(target, options.formats).filter((format) => {
        const reason = whyNotHere(format);
        if (reason) notMade.push(`${name} ${format.name}: ${reason}.`);
        return reason === null;
      });
      if (can.length === 0) continue;
      const zip = await runtimeFor(target, options, join(work, 'electron'));
      if (typeof zip === 'string') {
        notMade.push(`${name} ${can.map((format) => format.name).join(', ')}: ${zip}.`);
        continue;
      }
      withElectron ||= zip.isElectron;
      await packTarget({ target, zip, formats: can }, source, { ready, work }, (path) => {
        made.push(path);
        say(`${basename(path)}  ${megabytes(statSync(path).size)}`);
      });
    }
    if (made.length === 0) return { made, notMade };

    const checked = await Promise.all(made.map(checksumOf));
    const bill = billOfMaterials({
      name: identity.command,
      version,
      licence: identity.licence,
      electron: withElectron ? electronVersion() : null,
      date,
      licences,
      packages: checked,
    });
    const billPath = join(ready, `${identity.command}-${version}.cdx.json`);
    writeFileSync(billPath, bill);
    const sumsPath = join(ready, `${identity.command}-${version}.sha256`);
    writeFileSync(sumsPath, checksumLines([...checked, await checksumOf(billPath)]));
    return { made: [...made, billPath, sumsPath].map((path) => moveInto(out, path)), notMade };
  });
}

function formatsFor({ platform }: Target, names: readonly FormatName[]): Format[] {
  return formats.filter((format) => format.platform === platform && names.includes(format.name));
}

async function runtimeFor(target: Target, options: PackagesOptions, folder: string) {
  if (options.standIn === 'always') return standInZip(target, folder);
  const found = await findElectronZip(target, options.electron);
  const isHere = target.platform === process.platform && target.arch === process.arch;
  if (typeof found !== 'string' || options.standIn === 'never' || !isHere) return found;
  options.say(
    `${found}, so ${targetName(target)} is packed without it: to try the packages, not to use them.`,
  );
  return standInZip(target, folder);
}

/** Where the packages will look for newer versions when their writer asks. Throws for anything but https. */
function updatesAddress(given: string | undefined): string | null {
  if (!given) return null;
  if (URL.canParse(given) && new URL(given).protocol === 'https:') return given;
  throw new PackagingError(`LONGHAND_UPDATES is “${given}”; it must be an address with https.`);
}

function readLicences(project: string): Licence[] {
  try {
    return JSON.parse(readFileSync(join(project, 'out/licences.json'), 'utf8')) as Licence[];
  } catch (cause) {
    throw new PackagingError('The studio has not been built. Run `npm run build` first.', {
      cause,
    });
  }
}

function moveInto(folder: string, path: string): string {
  const place = join(folder, basename(path));
  renameSync(path, place);
  return place;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
