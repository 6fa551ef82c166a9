import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWholeFile } from '#export/writeWholeFile.ts';
import { withoutPrivileges } from '../support/withoutPrivileges.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a new file has the whole content and nothing else is left in the folder', async () => {
  const content = Buffer.alloc(3_000_000, 'words ');
  await writeWholeFile(join(folder, 'a.md'), content, 'never');
  expect(await readFile(join(folder, 'a.md'))).toEqual(content);
  expect(await readdir(folder)).toEqual(['a.md']);
});

test('a file that is there is kept and refused', async () => {
  await writeFile(join(folder, 'a.md'), 'before');
  await expect(writeWholeFile(join(folder, 'a.md'), 'after', 'never')).rejects.toMatchObject({
    code: 'exists',
    message: 'A file named “a.md” is already there.',
  });
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['a.md']);
});

test('of many that make one file at once, one does', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => writeWholeFile(join(folder, 'a.md'), `${at}`, 'never')),
  );
  const done = results.flatMap(({ status }, at) => (status === 'fulfilled' ? [at] : []));
  expect(done).toHaveLength(1);
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe(`${done[0]}`);
});

test('when overwriting is asked for, the file is replaced and keeps its permissions', async () => {
  await writeFile(join(folder, 'a.md'), 'before');
  await chmod(join(folder, 'a.md'), 0o640);
  await writeWholeFile(join(folder, 'a.md'), 'after', 'always');
  expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('after');
  expect((await stat(join(folder, 'a.md'))).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['a.md']);
});

test('through a link, the file it leads to is replaced', async () => {
  await mkdir(join(folder, 'real'));
  await writeFile(join(folder, 'real/a.md'), 'before');
  await symlink('real/a.md', join(folder, 'link.md'));
  await writeWholeFile(join(folder, 'link.md'), 'after', 'always');
  expect(await readFile(join(folder, 'real/a.md'), 'utf8')).toBe('after');
  expect(await readlink(join(folder, 'link.md'))).toBe('real/a.md');
});

test('a folder of that name is never replaced', async () => {
  await mkdir(join(folder, 'a.md'));
  await expect(writeWholeFile(join(folder, 'a.md'), '', 'never')).rejects.toMatchObject({
    code: 'exists',
  });
  await expect(writeWholeFile(join(folder, 'a.md'), '', 'always')).rejects.toMatchObject({
    code: 'invalid',
  });
});

test.each(['never', 'always'] as const)('a folder that is gone (%s)', async (overwrite) => {
  await expect(
    writeWholeFile(join(folder, 'gone', 'a.md'), 'text', overwrite),
  ).rejects.toMatchObject({
    code: 'not-found',
    message: `The folder “${join(folder, 'gone')}” is not there.`,
  });
});

test('a name that is too long', async () => {
  await expect(
    writeWholeFile(join(folder, 'a'.repeat(300)), 'text', 'never'),
  ).rejects.toMatchObject({ code: 'invalid' });
  expect(await readdir(folder)).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('without permission', () => {
  test.each(['never', 'always'] as const)('to write to the folder (%s)', async (overwrite) => {
    await chmod(folder, 0o555);
    const writing = withoutPrivileges(() =>
      writeWholeFile(join(folder, 'a.md'), 'text', overwrite),
    );
    await expect(writing).rejects.toMatchObject({
      code: 'no-permission',
      message: `The system does not allow writing “a.md” in “${folder}”.`,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('to write the file, it stays although the folder would allow replacing it', async () => {
    await chmod(folder, 0o777);
    await writeFile(join(folder, 'a.md'), 'before', { mode: 0o444 });
    const writing = withoutPrivileges(() => writeWholeFile(join(folder, 'a.md'), '', 'always'));
    await expect(writing).rejects.toMatchObject({ code: 'no-permission' });
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toBe('before');
  });
});
