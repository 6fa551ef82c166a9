import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Essay, EssayId } from '#contract/essay.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { planPublish } from '#publish/plan/planPublish.ts';
import { shelfOf } from '../targetWith.ts';
import { parts, withFolder } from './withFolder.ts';

const published = withFolder();
const { plan, publish, states, target } = published;

describe('two essays for one name', () => {
  const same = (id: string, createdAt: string): Partial<Essay> => ({
    id: id as EssayId,
    slug: 'Straße',
    title: id,
    createdAt,
  });

  test('both are published, the older one under the name, and a note says so', async () => {
    const shelf = shelfOf(same('B', '2026-02-01T00:00:00Z'), same('A', '2026-01-01T00:00:00Z'), {
      ...same('C', '2026-03-01T00:00:00Z'),
      slug: 'STRASSE',
    });
    const made = await plan(shelf);
    expect(made.notes).toEqual([
      '“B” and “A” would both be “Straße.md”, so the first is published as “Straße-2.md”.',
      '“C” and “A” would both be “STRASSE.md”, so the first is published as “STRASSE-3.md”.',
    ]);
    const report = await carryOut(made);
    expect(report.essays).toEqual({ given: 3, published: 3 });
  });

  test('whoever has the name keeps it when an older one comes', async () => {
    await publish(shelfOf(same('B', '2026-02-01T00:00:00Z')));
    const shelf = shelfOf(same('A', '2026-01-01T00:00:00Z'), same('B', '2026-02-01T00:00:00Z'));
    expect(await states(shelf)).toEqual({ 'Straße-2.md': 'new', 'Straße.md': 'unchanged' });
    await publish(shelf);
    expect(await states(shelf)).toEqual({ 'Straße-2.md': 'unchanged', 'Straße.md': 'unchanged' });
  });
});

test('what a file cannot hold is told', async () => {
  const { essay } = readMarkdownFile(Buffer.from('---\ntitle: One\n---\nx\n'), 'one.md');
  const latin = {
    ...essay,
    origin: { ...essay.origin!, encoding: 'windows-1252' },
    body: '日本\n',
  };
  const report = await publish(shelfOf({ ...latin, slug: 'one' }), { kind: 'markdown' });
  expect(report.notes).toEqual([
    {
      path: 'one.md',
      note: 'It came as windows-1252, which cannot hold the text as it is now: it is UTF-8.',
    },
  ]);
});

test('stopped, it leaves the rest and says so', async () => {
  const stopping = new AbortController();
  const slugs = Array.from({ length: 30 }, (_, at) => `essay-${at}`);
  const report = await publish(
    shelfOf(...slugs.map((slug) => ({ slug }))),
    {},
    { signal: stopping.signal, onReceipt: () => stopping.abort() },
  );
  expect(report.cancelled).toBe(true);
  expect(report.written.length).toBeLessThan(10);
  expect(report.written.length + report.left.length).toBe(slugs.length);
  expect(report.left.at(-1)).toEqual({
    path: 'essay-29.md',
    reason: 'Publishing was stopped before it came to this file.',
  });
  expect(readdirSync(published.folder).sort()).toEqual([...report.written].sort());
});

test('killed half way, the next run completes it without the receipts of the first', async () => {
  const site = { kind: 'site', baseUrl: 'https://example.com' } as const;
  const shelf = shelfOf(...['a', 'b', 'c'].map((slug) => ({ slug, tags: ['t'] })));
  const stopping = new AbortController();
  let count = 0;
  const first = await carryOut(await plan(shelf, site), {
    signal: stopping.signal,
    onReceipt: () => ++count === 5 && stopping.abort(),
  });
  expect(first.written.length).toBeGreaterThanOrEqual(5);
  expect(first.left.length).toBeGreaterThan(0);
  expect(published.receipts).toEqual([]);
  const report = await publish(shelf, site);
  expect(report.left).toEqual([]);
  expect(report.unchanged).toBe(first.written.length);
  expect(new Set(Object.values(await states(shelf, site)))).toEqual(new Set(['unchanged']));
});

test('the same revision gives the same bytes, and nothing that is unchanged is written again', async () => {
  const site = { kind: 'site', baseUrl: 'https://example.com' } as const;
  const shelf = shelfOf({ slug: 'a', series: 'S' }, { slug: 'b', series: 'S' }, { slug: 'c' });
  await publish(shelf, site);
  const before = published.receipts.map(({ path, sha256 }) => [
    path,
    sha256,
    statSync(join(published.folder, path)).ino,
  ]);
  const other = mkdtempSync(join(tmpdir(), 'other-'));
  const again = await carryOut(
    await planPublish(target({ ...site, folder: other }), shelf, [], { parts }),
  );
  expect(again.receipts.map(({ path, sha256 }) => [path, sha256])).toEqual(
    before.map(([path, sha]) => [path, sha]),
  );
  rmSync(other, { recursive: true });
  expect((await publish(shelf, site)).written).toEqual([]);
  expect(
    published.receipts.map(({ path, sha256 }) => [
      path,
      sha256,
      statSync(join(published.folder, path)).ino,
    ]),
  ).toEqual(before);
});

test('one changed essay of a site writes its page and what speaks of it', async () => {
  const site = { kind: 'site', baseUrl: 'https://example.com' } as const;
  const essays = ['a', 'b', 'c'].map((slug) => ({
    slug,
    tags: [slug],
    createdAt: '2026-01-01T00:00:00Z',
    excerpt: 'x',
    series: slug === 'c' ? '' : 'S',
  }));
  await publish(shelfOf(...essays), site);
  const changed = essays.map((essay) =>
    essay.slug === 'c' ? { ...essay, revision: 2, body: 'New words.\n' } : essay,
  );
  const report = await publish(shelfOf(...changed), site);
  expect([...report.written].sort()).toEqual(['atom.xml', 'essays/c.html', 'feed.json', 'rss.xml']);
});
