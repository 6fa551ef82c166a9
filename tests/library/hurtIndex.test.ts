import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { freshLibrary } from './freshLibrary.ts';

test('an index that leads to another essay does not pass that one off for the one asked for', () => {
  const { library, path } = freshLibrary();
  createEssay(library, { title: 'First', body: 'One' });
  const second = createEssay(library, { title: 'Second', body: 'Two' });
  library.db.pragma('wal_checkpoint(TRUNCATE)');
  const page = library.db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_essay_1'")
    .pluck()
    .get() as number;
  library.close();
  const bytes = readFileSync(path);
  // The index has the essay's key, one byte, behind its id.
  const at = bytes.indexOf(second.id, (page - 1) * 4096) + second.id.length;
  expect(bytes[at]).toBe(2);
  bytes[at] = 1;
  writeFileSync(path, bytes);
  const hurt = openLibrary(path);
  expect(() => readEssay(hurt, second.id)).toThrow(/cannot be found in the library’s file/);
  hurt.close();
});
