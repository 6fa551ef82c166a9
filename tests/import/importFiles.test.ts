import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import type { Essay, NewEssay } from '#contract/essay.ts';
import type { ImportProgress } from '#contract/exchange.ts';
import { importFiles } from '#import/importFiles.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import type { Library } from '#library/library.ts';
import { openLibrary } from '#library/openLibrary.ts';

let folder: string;
let library: Library;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  library = openLibrary(join(folder, 'Library.longhand'));
});
afterEach(async () => {
  library.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (starts: NewEssay[]) => createEssays(library, starts);
const essayNamed = (path: string) => ({ path, bytes: Buffer.from(`# ${path}\n`) });

test('files from disk and files that were dropped become essays of the library', async () => {
  await writeFile(join(folder, 'one.md'), '# One\r\n\r\nWords.');
  const report = await importFiles(
    [
      { path: join(folder, 'one.md'), name: 'blog/one.md' },
      { path: 'dropped/two.md', bytes: Buffer.from('# Two\n') },
      join(folder, 'one.md'),
    ],
    { add },
  );
  expect(report).toMatchObject({
    imported: [
      { file: 'blog/one.md', title: 'One', notes: [] },
      { file: 'dropped/two.md', title: 'Two', notes: [] },
      { file: join(folder, 'one.md'), title: 'One', notes: [] },
    ],
    skipped: [],
    cancelled: false,
  });
  const [one, , again] = report.imported.map(({ id }) => readEssay(library, id));
  expect(one).toMatchObject({ body: '# One\r\n\r\nWords.', slug: 'one', slugIsSet: false });
  expect(again).toMatchObject({ slug: 'one-2', origin: { baseline: { slug: 'one-2' } } });
});

test('what is wrong with one file is said of it and keeps no other out', async () => {
  const report = await importFiles(
    [
      join(folder, 'gone.md'),
      folder,
      { path: 'a.png', bytes: Uint8Array.of(0x89, 0x50, 0, 1, 2) },
      { path: 'large.md', bytes: new Uint8Array(17 * 1024 * 1024) },
      essayNamed('good'),
    ],
    { add },
  );
  expect(report.imported.map(({ title }) => title)).toEqual(['good']);
  expect(report.skipped.map(({ reason }) => reason)).toEqual([
    `There is no “${join(folder, 'gone.md')}”. Look whether it was moved, or is called otherwise.`,
    expect.stringMatching(/is not a file\. Choose a Markdown file, or a folder that has some\.$/),
    '“a.png” is a binary file, not text. If an essay is in it, save that as Markdown or plain text.',
    '“large.md” has 17 MB; a file to import has at most 16 MB. Split it into several essays.',
  ]);
});

test('progress names each file before it is read and ends with the total', async () => {
  const progress: ImportProgress[] = [];
  await importFiles([essayNamed('a.md'), essayNamed('b.md')], {
    add,
    onProgress: (step) => progress.push(step),
  });
  expect(progress).toEqual([
    { done: 0, total: 2, file: 'a.md' },
    { done: 1, total: 2, file: 'b.md' },
    { done: 2, total: 2, file: '' },
  ]);
});

test('stopped, it keeps what it has read and says so', async () => {
  const stopping = new AbortController();
  const report = await importFiles([essayNamed('a'), essayNamed('b'), essayNamed('c')], {
    add,
    onProgress: ({ file }) => {
      if (file === 'b') stopping.abort();
    },
    signal: stopping.signal,
  });
  expect(report.imported.map(({ file }) => file)).toEqual(['a', 'b']);
  expect(report.cancelled).toBe(true);
});

describe('adding many at a time', () => {
  const many = Array.from({ length: 250 }, (_, at) => essayNamed(`essay ${at}`));

  test('250 files come in through three transactions, in order', async () => {
    const batches: number[] = [];
    const report = await importFiles(many, {
      add(starts) {
        batches.push(starts.length);
        return add(starts);
      },
    });
    expect(batches).toEqual([100, 100, 50]);
    expect(report.imported.map(({ title }) => title)).toEqual(many.map(({ path }) => path));
  });

  test('an essay that the library refuses keeps only itself out', async () => {
    const report = await importFiles(many.slice(0, 5), {
      add(starts) {
        if (starts.some(({ title }) => title === 'essay 2')) {
          throw new StudioError('invalid', 'The title cannot be used.');
        }
        return add(starts);
      },
    });
    expect(report.imported.map(({ file }) => file)).toEqual([
      'essay 0',
      'essay 1',
      'essay 3',
      'essay 4',
    ]);
    expect(report.skipped).toEqual([{ file: 'essay 2', reason: 'The title cannot be used.' }]);
  });

  test('a full disk ends the import; what is in stays, the rest is reported', async () => {
    let calls = 0;
    const report = await importFiles(many, {
      add(starts): Essay[] {
        calls += 1;
        if (calls > 1) throw new StudioError('disk-full', 'There is no room left.');
        return add(starts);
      },
    });
    expect(calls).toBe(2);
    expect(report.imported).toHaveLength(100);
    expect(report.skipped).toHaveLength(150);
    expect(new Set(report.skipped.map(({ reason }) => reason))).toEqual(
      new Set(['There is no room left.']),
    );
  });
});
