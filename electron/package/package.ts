import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type FormatName, formatNames } from './formats.ts';
import { makePackages } from './makePackages.ts';
import { PackagingError, packagingSentence } from './packagingError.ts';
import { targetName, targets } from './target.ts';

/** `npm run package`: see `usage`. */
const usage = `Makes the packages that this machine can make, and says which it cannot and why.

  --for TARGETS       of ${targets.map(targetName).join(', ')}; all unless said
  --only FORMATS      of ${formatNames.join(', ')}; all unless said
  --electron FOLDER   Electron's release files, as electron-v1.2.3-linux-x64.zip, instead of downloaded ones
  --stand-in          pack around a stand-in that has Electron's layout, to try the packages
  --out FOLDER        where to; dist unless said

What is asked for with --for or --only and cannot be made is a failure.`;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (thrown) {
  const sentence = packagingSentence(thrown);
  if (sentence === null) throw thrown;
  console.error(sentence);
  process.exitCode = 1;
}

async function run(args: string[]): Promise<number> {
  const { values } = readArguments(args);
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const isAsked = values.for !== undefined || values.only !== undefined;
  const { made, notMade } = await makePackages({
    project: resolve(import.meta.dirname, '../..'),
    out: resolve(values.out),
    targets: chosen('--for', values.for, targets, targetName),
    formats: chosen('--only', values.only, formatNames, (name: FormatName) => name),
    electron: values.electron === undefined ? null : resolve(values.electron),
    standIn: values['stand-in'] ? 'always' : isAsked ? 'never' : 'here',
    env: process.env,
    say: (line) => console.log(line),
  });
  for (const sentence of notMade) console.error(`Not made: ${sentence}`);
  if (made.length > 0) console.log(`They are in ${resolve(values.out)}.`);
  return made.length === 0 || (isAsked && notMade.length > 0) ? 1 : 0;
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        for: { type: 'string' },
        only: { type: 'string' },
        electron: { type: 'string' },
        'stand-in': { type: 'boolean', default: false },
        out: { type: 'string', default: 'dist' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new PackagingError(`${(cause as Error).message}\n\n${usage}`, { cause });
  }
}

function chosen<T>(
  option: string,
  said: string | undefined,
  all: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] {
  if (said === undefined) return all;
  const names = said.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !all.some((one) => nameOf(one) === name));
  if (unknown !== undefined) {
    throw new PackagingError(
      `${option} has “${unknown}”, which is none of ${all.map(nameOf).join(', ')}.`,
    );
  }
  return all.filter((one) => names.includes(nameOf(one)));
}
