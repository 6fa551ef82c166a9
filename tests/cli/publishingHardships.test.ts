import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { withoutPrivileges } from '../support/withoutPrivileges.ts';
import { withBlog } from './withBlog.ts';

const { add, blog, inFolder, longhand, publish, write } = withBlog();

describe('a folder that cannot be published to', () => {
  test('that is missing is named, and the other targets are told of all the same', async () => {
    await add();
    await longhand.run(['target', 'add', 'Site', '--kind', 'site', '--folder', inFolder('site')]);
    const { code, out, err } = await longhand.run(['status']);
    expect(code).toBe(1);
    expect(out).toContain('Blog\tnew\tclocks.md\tClocks');
    expect(err).toContain(`Site: The folder of “Site”, “${inFolder('site')}”, is not there.`);
    expect(await longhand.run(['publish', 'Site'])).toMatchObject({ code: 1, out: '' });
  });

  test('that links out of itself is refused', async () => {
    await longhand.run(['target', 'add', 'J', '--kind', 'jekyll', '--folder', blog()]);
    mkdirSync(inFolder('outside'));
    symlinkSync(inFolder('outside'), blog('_posts'));
    const { code, err } = await longhand.run(['publish', 'J']);
    expect([code, err]).toEqual([1, expect.stringContaining('a link leads out of it')]);
    expect(readdirSync(inFolder('outside'))).toEqual([]);
  });

  test('that is read-only is named', async () => {
    await add();
    for (const path of ['', 'data', 'data/Library.longhand']) chmodSync(inFolder(path), 0o777);
    chmodSync(blog(), 0o555);
    const { code, err } = await withoutPrivileges(() => publish());
    chmodSync(blog(), 0o755);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/does not allow writing “(?:leases|clocks)\.md”/),
    ]);
    expect(readdirSync(blog())).toEqual([]);
  });
});

test('killed half way, it leaves no half file, and the next run completes it', async () => {
  await longhand.run(['target', 'add', 'Site', '--kind', 'site', '--folder', blog()]);
  write(...Array.from({ length: 120 }, (_, at) => ({ title: `Essay ${at}`, body: 'Words.\n' })));
  const bin = fileURLToPath(new URL('../../electron/cli/longhand.ts', import.meta.url));
  const child = spawn(process.execPath, [bin, 'publish', 'Site', '--library', longhand.library]);
  const ended = once(child, 'exit');
  while (!existsSync(blog('essays')) || readdirSync(blog('essays')).length < 5) {
    await setTimeout(2);
    if (child.exitCode !== null) throw new Error('It was done before it could be killed.');
  }
  child.kill('SIGKILL');
  await ended;
  const pages = readdirSync(blog('essays')).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeLessThan(122);
  for (const name of pages) {
    expect(readFileSync(blog(`essays/${name}`), 'utf8')).toMatch(/<\/html>\s*$/);
  }
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const name of readdirSync(blog('essays')))
    utimesSync(blog(`essays/${name}`), anHourAgo, anHourAgo);
  const { code, err } = await longhand.run(['publish', 'Site']);
  expect([code, err]).toEqual([0, expect.stringContaining(' 0 left.')]);
  expect((await longhand.run(['publish', 'Site'])).out).toBe('');
  expect(readdirSync(blog('essays'))).toHaveLength(122);
}, 30_000);
