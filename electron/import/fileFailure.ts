import { StudioError } from '#contract/errors.ts';

/** The refusal of a file or folder as a sentence: a system error by its code, a `StudioError` as it is. */
export function fileFailure(thrown: unknown, name: string): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
  const cause = { cause: thrown };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new StudioError(
        'not-found',
        `There is no “${name}”.`,
        'Look whether it was moved, or is called otherwise.',
        cause,
      );
    case 'EACCES':
    case 'EPERM':
      return new StudioError(
        'no-permission',
        `The system does not allow reading “${name}”.`,
        'Change its permissions, or copy it to where you may read it.',
        cause,
      );
    case 'ELOOP':
      return new StudioError(
        'invalid',
        `“${name}” is a link that leads back to itself.`,
        'Import what it was meant to lead to.',
        cause,
      );
    default:
      return new StudioError(
        'unexpected',
        `“${name}” could not be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        'Copy it to another disk, and try again.',
        cause,
      );
  }
}
