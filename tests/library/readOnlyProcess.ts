import { toFailure } from '#contract/errors.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { openLibrary } from '#library/openLibrary.ts';

/** A process that opens a library and tells, as JSON, how far it got. */
try {
  const library = openLibrary(process.argv[2] ?? '');
  const query = { trashed: false, status: null, tag: null, sort: 'updated' } as const;
  const essays = listEssays(library, query).rows.length;
  let writing = 'works';
  try {
    createEssay(library, { title: 'One more' });
  } catch (error) {
    writing = toFailure(error).code;
  }
  library.close();
  process.stdout.write(JSON.stringify({ readOnly: library.readOnly, essays, writing }));
} catch (error) {
  process.stdout.write(JSON.stringify({ refused: toFailure(error).code }));
}
