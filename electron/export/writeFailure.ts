import { basename, dirname } from 'node:path';
import { StudioError } from '#contract/errors.ts';

/** Why a file could not be written, as a sentence: a system error by its code, a `StudioError` as it is. */
export function writeFailure(thrown: unknown, path: string): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const name = `“${basename(path)}”`;
  const code = isSystemError(thrown) ? (thrown.code ?? '') : '';
  const [kind, message, advice] = sentences(name, dirname(path))[code] ?? [
    'unexpected',
    `${name} could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    'Choose another place, or try again.',
  ];
  return new StudioError(kind, message, advice, { cause: thrown });
}

type Sentence = readonly [StudioError['code'], message: string, advice: string];

function sentences(name: string, folder: string): Readonly<Record<string, Sentence>> {
  const full: Sentence = [
    'disk-full',
    `There is no room left on the disk for ${name}.`,
    'Make room, or choose another place.',
  ];
  const forbidden: Sentence = [
    'no-permission',
    `The system does not allow writing ${name} in “${folder}”.`,
    'Choose a folder of your own.',
  ];
  const badName: Sentence = [
    'invalid',
    `${name} cannot be the name of a file there.`,
    'Choose another name.',
  ];
  const gone: Sentence = [
    'not-found',
    `The folder “${folder}” is not there.`,
    'Choose another place, or make the folder first.',
  ];
  return {
    ENOSPC: full,
    EDQUOT: full,
    EFBIG: full,
    EROFS: ['read-only', `The disk of “${folder}” can only be read.`, 'Choose another place.'],
    EACCES: forbidden,
    EPERM: forbidden,
    ENOENT: gone,
    ENOTDIR: gone,
    EEXIST: [
      'exists',
      `A file named ${name} is already there.`,
      'Choose another place, or replace it.',
    ],
    EISDIR: ['exists', `A folder named ${name} is already there.`, 'Choose another name.'],
    ENAMETOOLONG: badName,
    EINVAL: badName,
  };
}

export function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'code' in thrown;
}
