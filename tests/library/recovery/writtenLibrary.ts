import { join } from 'node:path';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { typed } from '../../support/typed.ts';
import { tickingClock } from '../freshLibrary.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** A library with two essays that were written in three goes, its backup after the second, and a place to rescue into. */
export async function writtenLibrary() {
  const folder = temporaryFolder();
  const path = join(folder, 'Essays.longhand');
  const into = join(folder, 'Rescued.longhand');
  const backup = join(folder, 'Essays 2026-05-01 13-00-00 UTC.longhand-backup');
  const library = openLibrary(path, { now: tickingClock() });
  const first = createEssay(library, { title: 'On clocks', tags: ['time'], body: 'Tick' });
  const second = createEssay(library, { title: 'On queues', body: 'Wait' });
  const write = (id: EssayId, text: string) => {
    const { body, revision } = readEssay(library, id);
    changeBody(library, {
      id,
      baseRevision: revision,
      steps: typed([body.length, [0, text]]),
    });
  };
  write(first.id, ', tock');
  await library.db.backup(backup);
  write(first.id, ', tick');
  return { folder, path, into, backup, library, first: first.id, second: second.id, write };
}

/** Changes rows as damage would: no hash is put right. */
export function hurt(library: Library, sql: string, ...values: unknown[]): void {
  library.db.prepare(sql).run(...values);
}

/** What a library holds that was rescued, and whether it proves. */
export function rescued(path: string) {
  const library = openLibrary(path, { create: false });
  try {
    const { rows } = listEssays(library, {
      trashed: false,
      status: null,
      tag: null,
      sort: 'title',
    });
    const { damage, file } = proveLibrary(library);
    return { essays: rows.map(({ id }) => readEssay(library, id)), problems: [...damage, ...file] };
  } finally {
    library.close();
  }
}
