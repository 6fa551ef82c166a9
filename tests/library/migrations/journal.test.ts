import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { readHistory } from '#library/journal/readHistory.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { typed } from '../../support/typed.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { makeLibraryOfOne, writtenAt } from './versionOne.ts';

const essays = [
  { title: 'Clocks', pieces: ['Tick\n', 'tock\n'], tags: ['time', 'drift'] },
  { title: 'Windows', pieces: ['one\r\ntwo\r\n'], frontMatter: '---\nweight: 7\n---\n' },
  { title: 'Given up', pieces: ['...'], trashedAt: '2026-03-02T10:00:00.000Z' },
  { title: 'Empty', pieces: [''] },
];

test('essays of a library without histories become the first line of theirs, and go on from there', () => {
  const path = join(temporaryFolder(), 'old.longhand');
  const ids = makeLibraryOfOne(path, essays) as EssayId[];
  const library = openLibrary(path);
  const read = ids.map((id) => readEssay(library, id));
  expect(
    read.map(({ title, body, tags, frontMatter, trashedAt, updatedAt }) => [
      title,
      body,
      tags,
      frontMatter,
      trashedAt,
      updatedAt,
    ]),
  ).toEqual(
    essays.map(({ title, pieces, tags = [], frontMatter = '', trashedAt = null }) => [
      title,
      pieces.join(''),
      tags,
      frontMatter,
      trashedAt,
      writtenAt,
    ]),
  );
  expect(read.map(({ revision }) => revision)).toEqual([1, 1, 2, 1]);
  expect(JSON.parse(readHistory(library, ids[0] as EssayId, 1).lines)).toMatchObject({
    at: Date.parse(writtenAt),
    start: { from: 'upgraded', body: 'Tick\ntock\n', description: { tags: ['time', 'drift'] } },
  });
  expect(proveLibrary(library)).toMatchObject({ damage: [], file: [], essays: 4, entries: 5 });

  const [, windows] = ids as [EssayId, EssayId];
  changeBody(library, { id: windows, baseRevision: 1, steps: typed([8, [0, 'three', '']]) });
  expect(readEssay(library, windows).body).toBe('one\r\ntwo\r\nthree\r\n');
  expect(proveLibrary(library).damage).toEqual([]);
  library.close();
});

test('an essay that was damaged before stays so, and is not made to look whole', () => {
  const path = join(temporaryFolder(), 'old.longhand');
  const [clocks, windows] = makeLibraryOfOne(path, essays) as [EssayId, EssayId];
  const db = new Database(path);
  db.exec("UPDATE body_piece SET text = 'Tack\n' WHERE text = 'Tick\n'");
  db.exec("UPDATE essay SET title = 'Doors' WHERE title = 'Windows'");
  db.close();
  const library = openLibrary(path);
  const damaged = expect.objectContaining({ code: 'damaged' });
  expect(() => readEssay(library, clocks)).toThrowError(damaged);
  expect(() => readEssay(library, windows)).toThrowError(damaged);
  const { damage } = proveLibrary(library);
  expect(new Set(damage.map(({ id }) => id))).toEqual(new Set([clocks, windows]));
  library.close();
});
