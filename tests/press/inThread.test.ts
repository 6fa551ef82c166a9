import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { newTarget } from '#contract/newTarget.ts';
import type { PublishProgress, TargetSettings } from '#contract/publishing.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { readReceipts } from '#library/receipts/receipts.ts';
import { addTarget } from '#library/targets/saveTarget.ts';
import { inThread } from '#press/inThread.ts';
import type { PressJobName, PressJobs } from '#press/jobs.ts';
import { proseOf } from '#publish/proseOf.ts';
import { freshLibrary } from '../library/freshLibrary.ts';

const at = (path: string) => new URL(`../../electron/${path}`, import.meta.url);

/** A library with two essays, a target for them, and the press in its thread. */
function press(said: Partial<TargetSettings> = {}) {
  const { library, path, folder: home } = freshLibrary();
  const folder = join(home, 'blog');
  mkdirSync(folder);
  const target = addTarget(library, { ...newTarget('hugo'), name: 'Blog', folder, ...said });
  const write = (title: string) =>
    createEssay(library, { title, body: 'Words.\n', status: 'published', excerpt: 'x' });
  const essays = [write('One'), write('Two')];
  const place = {
    libraryPath: path,
    resources: fileURLToPath(at('../resources')),
    renderWorker: at('publish/rendering/worker.ts').href,
  };
  const ask = <N extends PressJobName>(
    name: N,
    asked: Parameters<PressJobs[N]>[0],
    options: Parameters<typeof inThread>[4] = {},
  ) => inThread(at('press/worker.ts'), place, name, asked, options);
  return { library, folder, target, essays, write, ask };
}

describe('the press in its thread', () => {
  test('publishes, keeps receipts, and tells what a file’s next publish changes', async () => {
    const { library, folder, target, essays, ask } = press();
    const { id } = target;
    expect((await ask('status', { id, only: null })).files.map(({ state }) => state)).toEqual([
      'new',
      'new',
    ]);
    expect(await ask('publish', { id, replace: [], only: null })).toMatchObject({
      kind: 'published',
      report: { written: ['one.md', 'two.md'], essays: { given: 2, published: 2 } },
    });
    expect(readReceipts(library, id).map(({ path }) => path)).toEqual(['one.md', 'two.md']);
    describeEssay(library, essays[0]!.id, { excerpt: 'New.' });
    const difference = await ask('difference', { id, path: 'one.md' });
    expect(difference.source).toEqual({ before: 'Words.\n', after: 'Words.\n' });
    expect(difference.file.before).toBe(readFileSync(join(folder, 'one.md'), 'utf8'));
    expect(difference.file.after).toContain('description: New.');
    writeFileSync(join(folder, 'two.md'), 'mine');
    expect((await ask('difference', { id, path: 'two.md' })).file.before).toBe('mine');
    await expect(ask('difference', { id, path: 'three.md' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('tells how far it is, and stops when it is asked to', async () => {
    const { folder, target, write, ask } = press();
    for (let at = 0; at < 60; at++) write(`Essay ${at}`);
    const stopping = new AbortController();
    const told: PublishProgress[] = [];
    const ended = ask(
      'publish',
      { id: target.id, replace: [], only: null },
      {
        signal: stopping.signal,
        onProgress: (progress) => {
          told.push(progress);
          stopping.abort();
        },
      },
    );
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(told[0]).toMatchObject({ stage: 'checking', total: 62 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('renders ahead what goes to a site', async () => {
    const { ask } = press({ kind: 'site' });
    expect(await ask('renderAhead', {})).toBe(1);
    expect(await ask('renderAhead', {})).toBe(0);
  });

  test('gives failures as they are', async () => {
    const { target, ask } = press({ folder: '/no/such/folder' });
    await expect(ask('status', { id: target.id, only: null })).rejects.toMatchObject({
      code: 'not-found',
      message: 'The folder of “Blog”, “/no/such/folder”, is not there.',
    });
    await expect(ask('try', { target: { ...target, baseUrl: 'x' } })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});

test('a page’s words are what a reader sees, block by block', () => {
  const page = `<!doctype html><html><head><title>T</title><style>a{}</style></head><body>
    <h1>One  <em>two</em></h1><!-- no --><p>Three<br>four</p>
    <pre><code>a
  b</code></pre><ul><li>x</li><li>y</li></ul></body></html>`;
  expect(proseOf(page)).toBe('One two\n\nThree\nfour\n\na\n  b\n\nx\n\ny\n');
});
