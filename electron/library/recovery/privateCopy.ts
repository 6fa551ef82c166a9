import {
  closeSync,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { readLog } from '../writeAheadLog.ts';

/**
 * Copies a library to `copy`, with the changes that wait in its write-ahead log taken in, so that it can be
 * read without a log. What was copied is only read. Gives what is wrong with the files, a sentence each.
 */
export function privateCopy(path: string, copy: string): readonly string[] {
  const said: string[] = [];
  let log = readLog(path);
  for (let tries = 0; tries < 20; tries++) {
    const before = stampOf(path);
    log = readLog(path);
    copyFileSync(path, copy);
    // Who has it open may move changes from the log to the file meanwhile.
    if (stampOf(path) === before) break;
  }
  const file = openSync(copy, 'r+');
  try {
    let pages = 0;
    for (const { page, pagesAfter, content } of log?.frames ?? []) {
      if (pagesAfter > 0) pages = pagesAfter;
      // Where the log has nothing, what the file has is older and may yet be whole.
      if (content.every((byte) => byte === 0)) continue;
      if (page <= mostPages)
        writeSync(file, content, 0, content.length, (page - 1) * content.length);
    }
    settleHeader(file, pages);
  } finally {
    closeSync(file);
  }
  if (log?.state === 'hurt') {
    said.push('The file of the latest changes (-wal) is not what was written.');
  } else if (log?.state === 'torn') {
    said.push(
      'The file of the latest changes (-wal) ends within a change: the last one may be missing.',
    );
  }
  return said;
}

/** Other than before when the library or its log was written to. */
function stampOf(path: string): string {
  return [path, `${path}-wal`]
    .map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }))
    .map((found) => `${found?.size} ${found?.mtimeNs}`)
    .join(' ');
}

/** More than any library has: a page beyond is a number that was hurt. */
const mostPages = 16 * 1024 * 1024;

/** Says in the header that there is no log, and how long the file is: what it says of that may be older than the pages. */
function settleHeader(file: number, pagesAfter: number): void {
  const header = Buffer.alloc(100);
  if (readSync(file, header, 0, 100, 0) < 100) return;
  header.fill(1, 18, 20);
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (pageSize >= 512) {
    const there = Math.ceil(fstatSync(file).size / pageSize);
    const said = Math.max(pagesAfter, header.readUInt32BE(28));
    // What was cut off is taken for empty: SQLite refuses a file in which a table would begin beyond the end.
    const pages = said > there && said < 4 * there + 1000 ? said : there;
    ftruncateSync(file, pages * pageSize);
    header.writeUInt32BE(pages, 28);
    header.writeUInt32BE(header.readUInt32BE(24), 92);
  }
  writeSync(file, header, 0, 100, 0);
}
