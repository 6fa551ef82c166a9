import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { readLog } from '#library/writeAheadLog.ts';
import { freshLibrary } from './freshLibrary.ts';

const frameLength = 24 + 4096;

/** A copy of a library with ten changes in its log, and the log's bytes. */
function copyWithLog() {
  const { library, folder } = freshLibrary();
  library.db.pragma('wal_checkpoint(TRUNCATE)');
  for (let place = 0; place < 10; place++) createEssay(library, { title: `Essay ${place}` });
  const path = join(folder, 'copy.longhand');
  copyFileSync(library.path, path);
  return { path, log: readFileSync(`${library.path}-wal`) };
}

function stateWith(path: string, log: Uint8Array) {
  writeFileSync(`${path}-wal`, log);
  return readLog(path)?.state;
}

describe('the write-ahead log', () => {
  test('is sound as SQLite leaves it, and is not there for a library that was closed', () => {
    const { path, log } = copyWithLog();
    expect(readLog(path)).toBeNull();
    expect(stateWith(path, log)).toBe('sound');
  });

  test('is torn when it ends within a change, as after a power cut', () => {
    const { path, log } = copyWithLog();
    expect(stateWith(path, log.subarray(0, log.length - 100))).toBe('torn');
    const last = log.length - 200;
    log[last] = log[last]! ^ 1;
    expect(stateWith(path, log)).toBe('torn');
    openLibrary(path).close();
  });

  test('is hurt when acknowledged changes lie behind a bad place, and then nothing opens it', () => {
    const { path, log } = copyWithLog();
    const middle = 32 + 3 * frameLength + 1000;
    log[middle] = log[middle]! ^ 1;
    expect(stateWith(path, log)).toBe('hurt');
    expect(() => openLibrary(path)).toThrow(/latest changes/);
    expect(readFileSync(`${path}-wal`)).toEqual(log);
  });

  test('may end in what is left of an older and longer one', () => {
    const { library, folder } = freshLibrary();
    for (let place = 0; place < 20; place++) createEssay(library, { title: `Essay ${place}` });
    library.db.pragma('wal_checkpoint(RESTART)');
    createEssay(library, { title: 'One more' });
    const path = join(folder, 'copy.longhand');
    copyFileSync(library.path, path);
    const log = readFileSync(`${library.path}-wal`);
    expect(log.length).toBeGreaterThan(20 * frameLength);
    expect(['sound', 'torn']).toContain(stateWith(path, log));
    const copy = openLibrary(path);
    expect(copy.db.prepare('SELECT count(*) FROM essay').pluck().get()).toBe(21);
    copy.close();
  });
});
