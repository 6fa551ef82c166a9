import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Essay, EssayId } from '#contract/essay.ts';
import { type ExportOptions, exportEssays } from '#export/exportEssays.ts';
import { htmlFiles } from '#export/html/htmlFiles.ts';
import { exportInWorker } from '#export/inWorker.ts';
import type { PackedEssay } from '#export/packed.ts';
import { essayWith } from './essayWith.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const essay = (slug: string) =>
  essayWith({ id: slug as EssayId, slug, title: slug.toUpperCase(), body: `About ${slug}.\n` });

const alone = (...essays: Essay[]): PackedEssay[] =>
  essays.map((each) => ({ essay: each, images: [], drawings: {} }));

const workerUrl = new URL('../../electron/export/worker.ts', import.meta.url);

describe.each([
  ['here', exportEssays],
  [
    'in a worker',
    (essays: Iterable<PackedEssay>, options: ExportOptions, signal?: AbortSignal) =>
      exportInWorker(workerUrl, essays, options, signal),
  ],
])('%s', (_, run) => {
  test('each essay becomes a file of the folder, named after its slug', async () => {
    const report = await run(alone(essay('one'), essay('two')), {
      folder,
      format: 'html',
      overwrite: 'never',
      style: 'p { margin: 0 }',
      author: 'Ada',
    });
    expect(report).toEqual({
      format: 'html',
      written: [
        expect.objectContaining({ id: 'one', path: join(folder, 'one.html') }),
        expect.objectContaining({ id: 'two', path: join(folder, 'two.html') }),
      ],
      skipped: [],
    });
    expect(await readFile(join(folder, 'one.html'), 'utf8')).toBe(
      htmlFiles(essay('one'), 'html', { style: 'p { margin: 0 }', author: 'Ada' }).page,
    );
  });

  test('the receipt names the state of the essay that went out, and the hash of the file', async () => {
    const sent = { ...essay('one'), revision: 7, head: 'ab12' };
    const report = await run(alone(sent), {
      folder,
      format: 'markdown',
      overwrite: 'never',
      style: '',
    });
    const path = join(folder, 'one.md');
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect(report.written).toEqual([
      { id: 'one', title: 'ONE', path, revision: 7, head: 'ab12', sha256, notes: [] },
    ]);
  });

  test('a file that is there stays, and its essay is reported while the others are written', async () => {
    await writeFile(join(folder, 'one.md'), 'mine');
    const report = await run(alone(essay('one'), essay('two')), {
      folder,
      format: 'markdown',
      overwrite: 'never',
      style: '',
    });
    expect(report.written.map(({ id }) => id)).toEqual(['two']);
    expect(report.skipped).toEqual([
      {
        id: 'one',
        title: 'ONE',
        reason: 'A file named “one.md” is already there. Choose another place, or replace it.',
      },
    ]);
    expect(await readFile(join(folder, 'one.md'), 'utf8')).toBe('mine');
  });

  test('the file that is named is written, or the reason thrown', async () => {
    const file = join(folder, 'named.markdown');
    const options = { file, format: 'markdown', overwrite: 'never', style: '' } as const;
    expect((await run(alone(essay('one')), options)).written).toMatchObject([
      { id: 'one', path: file },
    ]);
    await expect(run(alone(essay('one')), options)).rejects.toMatchObject({ code: 'exists' });
    await run(alone(essay('two')), { ...options, overwrite: 'always' });
    expect(await readFile(file, 'utf8')).toContain('About two.');
  });

  test('a folder that is not there fails as a whole', async () => {
    await expect(
      run(alone(essay('one'), essay('two')), {
        folder: join(folder, 'gone'),
        format: 'markdown',
        overwrite: 'never',
        style: '',
      }),
    ).rejects.toMatchObject({ code: 'not-found', name: 'StudioError' });
  });

  test('a folder that goes away meanwhile ends the export, and the report says what was written', async () => {
    const inner = await mkdtemp(join(folder, 'inner-'));
    function* essays() {
      yield* alone(essay('one'));
      rmSync(inner, { recursive: true });
      yield* alone(essay('two'));
      yield* alone(essay('three'));
    }
    const report = await run(essays(), {
      folder: inner,
      format: 'markdown',
      overwrite: 'never',
      style: '',
    });
    expect(report.written.map(({ id }) => id)).toEqual(['one']);
    const gone = `The folder “${inner}” is not there. Choose another place, or make the folder first.`;
    expect(report.skipped).toEqual([
      { id: 'two', title: 'TWO', reason: gone },
      { id: 'three', title: 'THREE', reason: gone },
    ]);
  });

  test('stopped, it leaves out what it had not come to', async () => {
    const stopping = new AbortController();
    stopping.abort();
    const report = await run(
      alone(essay('one')),
      { folder, format: 'markdown', overwrite: 'never', style: '' },
      stopping.signal,
    );
    expect(report.written).toEqual([]);
    expect(report.skipped).toEqual([
      { id: 'one', title: 'ONE', reason: 'The export was stopped before it came to this essay.' },
    ]);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('an essay that cannot be read ends an export in a worker with its own failure', async () => {
  await expect(
    exportInWorker(
      workerUrl,
      {
        // biome-ignore lint/correctness/useYield: it fails before it has anything to give
        *[Symbol.iterator]() {
          throw new Error('damaged');
        },
      },
      { folder, format: 'markdown', overwrite: 'never', style: '' },
    ),
  ).rejects.toThrow('damaged');
});
