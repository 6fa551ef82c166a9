import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { countEssays } from '#library/essays/countEssays.ts';
import { createEssay, createEssays } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { duplicateEssay } from '#library/essays/duplicateEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { trashEssays } from '#library/essays/trash.ts';
import { listImages } from '#library/images/readImages.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { sampleEssays } from '../support/library.ts';
import { typed } from '../support/typed.ts';
import { freshLibrary } from './freshLibrary.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const everything = { trashed: false, status: null, tag: null, sort: 'updated' } as const;

function refusal(code: ErrorCode, ...names: string[]) {
  return expect.objectContaining({
    name: 'StudioError',
    code,
    message: expect.stringContaining(names[0] ?? ''),
  });
}

/** A closed library with the sample essays. */
function storedLibrary(): string {
  const path = join(temporaryFolder(), 'essays.longhand');
  const library = openLibrary(path);
  createEssays(library, sampleEssays);
  library.close();
  return path;
}

describe('opening a library', () => {
  test('makes the file and its folders', () => {
    const path = join(temporaryFolder(), 'a', 'b ü', 'essays.longhand');
    const library = openLibrary(path);
    expect(library).toMatchObject({ path, readOnly: false });
    expect(countEssays(library)).toBe(0);
    library.close();
    expect(statSync(path).size).toBeGreaterThan(0);
  });

  test('finds what was in it', () => {
    const library = openLibrary(storedLibrary());
    expect(listEssays(library, everything).rows).toHaveLength(3);
    library.close();
  });

  test('takes over an empty file', () => {
    const path = join(temporaryFolder(), 'empty');
    writeFileSync(path, '');
    const library = openLibrary(path);
    expect(createEssay(library, { title: 'One' }).slug).toBe('one');
    library.close();
  });

  test('syncs every commit, and holds to its foreign keys', () => {
    const { library } = freshLibrary();
    expect(library.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(library.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(library.db.pragma('foreign_keys', { simple: true })).toBe(1);
    const loose = library.db
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
      .pluck()
      .all();
    expect(loose.filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
  });

  test('tells once when someone else has written', () => {
    const { library, path } = freshLibrary();
    const other = openLibrary(path);
    createEssay(library, { title: 'Mine' });
    expect(library.changedElsewhere()).toBe(false);
    createEssay(other, { title: 'Theirs' });
    expect(library.changedElsewhere()).toBe(true);
    expect(library.changedElsewhere()).toBe(false);
    other.close();
  });
});

describe('a file that is no library of this version is refused, and left as it is:', () => {
  const cases: [string, ErrorCode, (path: string) => void][] = [
    ['a text', 'not-a-library', (path) => writeFileSync(path, '# An essay\n'.repeat(50))],
    ['one letter', 'not-a-library', (path) => writeFileSync(path, 'x')],
    ['zeros', 'not-a-library', (path) => writeFileSync(path, Buffer.alloc(8192))],
    ['a header cut short', 'damaged', (path) => writeFileSync(path, 'SQLite format 3\0')],
    [
      'a library cut short',
      'damaged',
      (path) => {
        copyFileSync(storedLibrary(), path);
        truncateSync(path, 3 * 4096);
      },
    ],
    [
      'a library cut to nothing, with the index of its words beside it',
      'damaged',
      (path) => {
        writeFileSync(path, '');
        writeFileSync(`${path}.search`, 'words');
      },
    ],
    [
      'a library cut to nothing, with changes in its write-ahead log',
      'damaged',
      (path) => {
        writeFileSync(path, '');
        writeFileSync(`${path}-wal`, 'changes');
      },
    ],
    [
      'a library whose first page is overwritten',
      'damaged',
      (path) => {
        const bytes = readFileSync(storedLibrary());
        bytes.fill(0xab, 100, 4096);
        writeFileSync(path, bytes);
      },
    ],
    [
      'another program’s database',
      'not-a-library',
      (path) => new Database(path).exec('CREATE TABLE bookmarks (url TEXT)').close(),
    ],
    [
      'another program’s database with its own mark',
      'not-a-library',
      (path) => new Database(path).exec('PRAGMA application_id = 7; CREATE TABLE t (x)').close(),
    ],
    [
      'a library of a newer version',
      'newer-library',
      (path) => {
        copyFileSync(storedLibrary(), path);
        new Database(path).exec('PRAGMA user_version = 999').close();
      },
    ],
  ];
  test.each(cases)('%s', (_, code, make) => {
    const path = join(temporaryFolder(), 'file.longhand');
    make(path);
    const before = readFileSync(path);
    expect(() => openLibrary(path)).toThrowError(refusal(code, path));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('a newer library whose version is still in its write-ahead log', () => {
    const path = storedLibrary();
    const newer = new Database(path);
    newer.pragma('wal_autocheckpoint = 0');
    newer.pragma('user_version = 2000');
    const copy = join(temporaryFolder(), 'newer.longhand');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    newer.close();
    const before = [copy, `${copy}-wal`].map((file) => readFileSync(file));
    expect(() => openLibrary(copy)).toThrowError(refusal('newer-library'));
    expect([copy, `${copy}-wal`].map((file) => readFileSync(file))).toEqual(before);
  });

  test('a missing library that is not to be made', () => {
    const path = join(temporaryFolder(), 'missing', 'x.longhand');
    expect(() => openLibrary(path, { create: false })).toThrowError(refusal('not-found', path));
    expect(() => openLibrary(path, { readOnly: true })).toThrowError(refusal('not-found', path));
  });

  test('a folder', () => {
    const path = join(temporaryFolder(), 'folder.longhand');
    mkdirSync(path);
    expect(() => openLibrary(path)).toThrowError(refusal('not-a-library', path));
  });

  test('a place inside a file', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'text');
    const path = join(file, 'x.longhand');
    expect(() => openLibrary(path)).toThrowError(refusal('invalid', path));
  });
});

describe('a library opened for reading only', () => {
  test('is read, and refuses every change', () => {
    const library = openLibrary(storedLibrary(), { readOnly: true });
    const id = listEssays(library, everything).rows[0]?.id as EssayId;
    expect(library.readOnly).toBe(true);
    expect(readEssay(library, id).body).toContain('misst');
    const refused = refusal('read-only', library.path);
    expect(() => createEssay(library, {})).toThrowError(refused);
    expect(() => describeEssay(library, id, { title: 'x' })).toThrowError(refused);
    expect(() => changeBody(library, { id, baseRevision: 1, steps: typed([]) })).toThrowError(
      refused,
    );
    expect(() => duplicateEssay(library, id)).toThrowError(refused);
    expect(() => trashEssays(library, [id])).toThrowError(refused);
    library.close();
  });
});

test('closing leaves everything in the one file, also while others have it open', () => {
  const { library, path, folder } = freshLibrary();
  const other = openLibrary(path, { readOnly: true });
  const { id } = createEssay(library, { title: 'Just written', body: 'The last words.' });
  library.close();
  const copy = join(folder, 'copy.longhand');
  copyFileSync(path, copy);
  const copied = openLibrary(copy);
  expect(readEssay(copied, id).body).toBe('The last words.');
  copied.close();
  other.close();
});

test('whoever only read closes without telling others that something was written', () => {
  const { library, path } = freshLibrary();
  createEssay(library, { title: 'Just written' });
  library.changedElsewhere();
  for (let time = 0; time < 2; time++) {
    const reader = openLibrary(path);
    countEssays(reader);
    reader.close();
    expect(library.changedElsewhere()).toBe(false);
  }
  const writer = openLibrary(path);
  createEssay(writer, { title: 'By another' });
  writer.close();
  expect(library.changedElsewhere()).toBe(true);
});

describe('a full disk', () => {
  test('refuses the change in a sentence and keeps everything before it', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'Kept', body: 'kept' });
    const pages = library.db.pragma('page_count', { simple: true });
    library.db.pragma(`max_page_count = ${pages}`);
    const full = refusal('disk-full', library.path);
    const long = 'more and more '.repeat(5000);
    expect(() => createEssay(library, { title: 'New', body: long })).toThrowError(full);
    expect(() =>
      changeBody(library, { id, baseRevision: 1, steps: typed([4, [0, long]]) }),
    ).toThrowError(full);
    expect(listEssays(library, everything).rows.map((row) => row.title)).toEqual(['Kept']);
    expect(readEssay(library, id)).toMatchObject({ body: 'kept', revision: 1 });

    library.db.pragma('max_page_count = 100000');
    changeBody(library, { id, baseRevision: 1, steps: typed([4, [0, long]]) });
    expect(readEssay(library, id).body).toBe(`kept${long}`);
  });
});

describe('altered bytes', () => {
  function alteredLibrary(from: string, to: string) {
    const path = storedLibrary();
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) {
      bytes.write(to, at);
    }
    writeFileSync(path, bytes);
    return openLibrary(path);
  }

  test.each([
    ['its text', 'nine terabytes', 'five terabytes', 'text'],
    ['its tags', 'migration', 'migratiom', 'tags'],
    ['its status', 'reviewen', 'ideaaaen', 'status'],
  ])('in %s are noticed, and the other essays go on', (_, from, to) => {
    const library = alteredLibrary(from, to);
    const rows = listEssays(library, everything).rows;
    const outcomes = rows.map((row) => {
      try {
        return readEssay(library, row.id).title;
      } catch (error) {
        return error;
      }
    });
    expect(outcomes).toEqual([
      'Über das Messen',
      refusal('damaged', 'What a Migration Costs'),
      'The Night the Queue Stopped',
    ]);
    library.close();
  });

  test('in the list of tables are a damaged library, in a sentence', () => {
    const library = alteredLibrary('height   INTEGER', 'heighu   INTEGER');
    expect(() => listImages(library)).toThrowError(refusal('damaged', library.path));
    expect(() => readEssay(library, listEssays(library, everything).rows[0]!.id)).not.toThrow();
    library.close();
  });

  test('in a page of the file are a damaged library, in a sentence', () => {
    const path = storedLibrary();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096);
    writeFileSync(path, bytes);
    expect(() => {
      const library = openLibrary(path);
      try {
        listEssays(library, everything);
      } finally {
        library.close();
      }
    }).toThrowError(refusal('damaged', path));
  });

  test('after the end of the file do no harm', () => {
    const path = storedLibrary();
    appendFileSync(path, Buffer.alloc(5000, 1));
    const library = openLibrary(path);
    expect(listEssays(library, everything).rows).toHaveLength(3);
    library.close();
  });
});

test('a missing piece of a text is noticed', () => {
  const { library } = freshLibrary();
  const { id } = createEssay(library, { title: 'Long', body: 'A line.\n'.repeat(20_000) });
  library.db.exec('DELETE FROM body_piece WHERE place = 3');
  expect(() => readEssay(library, id)).toThrowError(refusal('damaged', 'Long'));
});

test('a library leaves no other file behind than the library', () => {
  const path = storedLibrary();
  expect(readdirSync(join(path, '..'))).toEqual(['essays.longhand']);
});

describe('a library whose file goes away while it is open', () => {
  test.each([
    ['deleted', (path: string) => rmSync(path)],
    ['moved', (path: string) => renameSync(path, `${path}.moved`)],
    [
      'replaced',
      (path: string) => {
        copyFileSync(path, `${path}.copy`);
        renameSync(`${path}.copy`, path);
      },
    ],
  ])('%s, is not written, and says so', (_, take) => {
    const { library, path } = freshLibrary();
    const { id } = createEssay(library, { body: 'one' });
    take(path);
    expect(() =>
      changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, '!']]) }),
    ).toThrowError(
      expect.objectContaining({ code: 'not-found', message: expect.stringContaining(path) }),
    );
  });

  test('moved and put back, is written again', () => {
    const { library, path } = freshLibrary();
    const { id } = createEssay(library, { body: 'one' });
    renameSync(path, `${path}.moved`);
    const save = () => changeBody(library, { id, baseRevision: 1, steps: typed([3, [0, '!']]) });
    expect(save).toThrow();
    renameSync(`${path}.moved`, path);
    expect(save().revision).toBe(2);
    expect(readEssay(library, id).body).toBe('one!');
  });
});
