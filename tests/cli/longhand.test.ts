import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** The program itself, as a process. */
const program = resolve('electron/cli/longhand.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'longhand-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function start(args: string[]): ChildProcess {
  // The usual library is the user's own: a test has another.
  const env = { ...process.env, XDG_CONFIG_HOME: folder, HOME: folder, APPDATA: folder };
  return spawn(process.execPath, [program, ...args], { env });
}

async function finish(child: ChildProcess, input = '') {
  child.stdin!.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit'),
  ]);
  return { out, err, code };
}

test('standard input is rendered to standard output', async () => {
  const { out, err, code } = await finish(start(['render', '-']), 'Words & *more*.\n');
  expect({ err, code }).toEqual({ err: '', code: 0 });
  expect(out).toContain('Words &amp; <em>more</em>.');
});

test('the usual library is made by an import and used by the rest', async () => {
  await writeFile(join(folder, 'one.md'), '# One\r\n\r\nWords.');
  expect(await finish(start(['import', join(folder, 'one.md')]))).toEqual({
    out: `one\t${join(folder, 'one.md')}\n`,
    err: '',
    code: 0,
  });
  const exported = await finish(start(['export', 'one', '--format', 'markdown', '--out', '-']));
  expect(exported).toEqual({ out: '# One\r\n\r\nWords.', err: '', code: 0 });
});

test('a failure has its sentence on standard error, its document on standard output, and its code', async () => {
  const { out, err, code } = await finish(start(['show', 'gone', '--json']));
  expect(code).toBe(1);
  expect(err).toMatch(/^longhand: .+\n$/);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-found' } });
});

test('a reader that closes the pipe, as head does, ends it quietly', async () => {
  await writeFile(join(folder, 'long.md'), '# One\n\nWords and more words.\n\n'.repeat(20_000));
  const child = start(['render', join(folder, 'long.md')]);
  child.stdout!.once('data', () => child.stdout!.destroy());
  const [err, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  expect({ err, code }).toEqual({ err: '', code: 0 });
});

test.skipIf(process.platform === 'win32')(
  'Ctrl+C stops an import, which reports what came in',
  async () => {
    await Promise.all(
      Array.from({ length: 4_000 }, (_, at) =>
        writeFile(join(folder, `${at}.md`), `# Essay ${at}\n`),
      ),
    );
    const child = start(['import', folder, '--json']);
    const library = join(folder, 'Longhand', 'Library.longhand');
    // The library's file appears once the files are found and the import begins.
    while (!existsSync(library) && child.exitCode === null) await setTimeout(5);
    child.kill('SIGINT');
    const { out, code } = await finish(child);
    const report = JSON.parse(out) as { imported: unknown[]; cancelled: boolean };
    expect(code).toBe(1);
    expect(report.cancelled).toBe(true);
    expect(report.imported.length).toBeLessThan(4_000);
  },
);
