import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runChore } from '#library/chores/runChore.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const worker = new URL('../../electron/library/chores/worker.ts', import.meta.url);

test('a rescue that is stopped says so, and leaves nothing behind', async () => {
  const damaged = join(temporaryFolder(), 'essays.longhand');
  const library = openLibrary(damaged);
  createEssay(library, { title: 'One', body: 'Words.' });
  library.close();
  const before = readdirSync(dirname(damaged));
  const stop = new AbortController();
  const paths = { damaged, into: join(dirname(damaged), 'rescued.longhand'), backups: [] };
  const rescue = runChore(worker, 'rescue', paths, { signal: stop.signal });
  stop.abort();
  await expect(rescue).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(dirname(damaged))).toEqual(before);
});
