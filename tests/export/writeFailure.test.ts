import { expect, test } from 'vitest';
import { writeFailure } from '#export/writeFailure.ts';

const systemError = (code: string) => Object.assign(new Error(`${code}: a call failed`), { code });

test.each([
  ['ENOSPC', 'disk-full', 'There is no room left on the disk for “a.md”.'],
  ['EDQUOT', 'disk-full', 'There is no room left on the disk for “a.md”.'],
  ['EROFS', 'read-only', 'The disk of “/blog” can only be read.'],
  ['EACCES', 'no-permission', 'The system does not allow writing “a.md” in “/blog”.'],
  ['EPERM', 'no-permission', 'The system does not allow writing “a.md” in “/blog”.'],
  ['ENOENT', 'not-found', 'The folder “/blog” is not there.'],
  ['EEXIST', 'exists', 'A file named “a.md” is already there.'],
  ['ENAMETOOLONG', 'invalid', '“a.md” cannot be the name of a file there.'],
  ['EIO', 'unexpected', '“a.md” could not be written: EIO: a call failed'],
])('%s is said as a sentence', (code, kind, message) => {
  expect(writeFailure(systemError(code), '/blog/a.md')).toMatchObject({ code: kind, message });
});
