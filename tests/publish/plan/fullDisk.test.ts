import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut } from '#publish/plan/carryOut.ts';
import { planPublish } from '#publish/plan/planPublish.ts';
import { mountSmallDisk, type SmallDisk } from '../../support/fullDisk.ts';
import { shelfOf, targetWith } from '../targetWith.ts';

let above: string;
let disk: SmallDisk | null;
beforeAll(() => {
  above = mkdtempSync(join(tmpdir(), 'full-'));
  disk = mountSmallDisk(join(above, 'disk'), 1);
});
afterAll(() => {
  disk?.remove();
  rmSync(above, { recursive: true, force: true });
});

test('a disk with no room left is said to be full; nothing is half written, and later all is', async (context) => {
  if (!disk) return context.skip();
  const { folder, fill, clear } = disk;
  const target = targetWith({ kind: 'hugo', folder });
  const slugs = Array.from({ length: 20 }, (_, at) => `essay-${at}`);
  const shelf = shelfOf(...slugs.map((slug) => ({ slug, body: `${slug}\n`.repeat(1_000) })));
  fill();
  await expect(carryOut(await planPublish(target, shelf, []))).rejects.toMatchObject({
    name: 'StudioError',
    code: 'disk-full',
  });
  expect(readdirSync(folder)).toEqual(['filler']);
  clear();
  const report = await carryOut(await planPublish(target, shelf, []));
  expect(report.written).toHaveLength(slugs.length);
  expect(readFileSync(join(folder, 'essay-3.md'), 'utf8')).toContain('essay-3\nessay-3\n');
});
