import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Essay } from '#contract/essay.ts';
import type { Receipt } from '#contract/publishing.ts';
import { readMarkdownFile } from '#import/readMarkdownFile.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { planPublish } from '#publish/plan/planPublish.ts';
import { shelfOf, targetWith } from '../targetWith.ts';

/** A blog that was written elsewhere, imported, and published to the folder it came from. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'blog-'));
  cpSync('resources/samples', folder, { recursive: true });
  mkdirSync(join(folder, 'images'));
  writeFileSync(join(folder, 'images', 'x.png'), 'not an image');
  writeFileSync(
    join(folder, 'linked.md'),
    '---\ntitle: Linked   # here\r\ndate: 2024-01-02\ndraft: true\nmystery: [1,  2]\n---\r\n[x](../what-it-cost-to-leave/) and `{{ y }}`\r\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const imported = (): Partial<Essay>[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const { essay } = readMarkdownFile(readFileSync(join(folder, name)), name);
      return {
        ...essay,
        slug: essay.slug || basename(name, '.md'),
        slugIsSet: Boolean(essay.slug),
      };
    });
const all = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]),
  );
const publish = async (essays: readonly Partial<Essay>[], receipts: readonly Receipt[] = []) =>
  carryOut(
    await planPublish(
      targetWith({ kind: 'hugo', folder, author: 'Ada' }),
      shelfOf(...essays),
      receipts,
    ),
  );

test('nothing is written, and nothing was in the way', async () => {
  const before = all();
  const report = await publish(imported());
  expect(report).toMatchObject({ written: [], removed: [], left: [], unchanged: 6 });
  expect(all()).toEqual(before);
});

test('an edit changes its own bytes and no others', async () => {
  const before = all();
  const { receipts } = await publish(imported());
  const essays = imported().map((essay) =>
    essay.title === 'Linked' ? { ...essay, revision: 2, title: 'Linked again' } : essay,
  );
  const report = await publish(essays, receipts);
  expect(report.written).toEqual(['linked.md']);
  const after = all();
  expect({ ...after, 'linked.md': after['linked.md']!.replace(' again', '') }).toEqual(before);
});
