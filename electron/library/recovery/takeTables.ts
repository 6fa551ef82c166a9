import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * Puts the list of tables of a sound library in the place of a copy's own: the first page, and where that leads to
 * further ones, those too, behind everything that the copy has. See "B-tree Pages" of SQLite's file format. False when
 * the sound one cannot be read so.
 */
export function takeTables(sound: string, copy: string): boolean {
  const list = readList(sound);
  if (list === null) return false;
  const { first, further } = list;
  const file = openSync(copy, 'r+');
  try {
    const there = Math.ceil(fstatSync(file).size / first.length);
    const own = Math.max(there, first.readUInt32BE(pageCount));
    const pages = own + further.length;
    ftruncateSync(file, pages * first.length);
    first.fill(1, 18, 20);
    first.writeUInt32BE(pages, pageCount);
    first.writeUInt32BE(first.readUInt32BE(24), 92);
    // What its own list of free pages leads to is not free here.
    first.fill(0, 32, 40);
    for (const [at, { pointer, content }] of further.entries()) {
      first.writeUInt32BE(own + at + 1, pointer);
      writeSync(file, content, 0, content.length, (own + at) * content.length);
    }
    writeSync(file, first, 0, first.length, 0);
    return true;
  } finally {
    closeSync(file);
  }
}

interface TableList {
  readonly first: Buffer;
  /** Pages that the first one leads to, each with the place of its number there. */
  readonly further: readonly { readonly pointer: number; readonly content: Buffer }[];
}

const pageCount = 28;
/** The first page begins with the header of the file. */
const pageHeader = 100;
const leaf = 0x0d;
const interior = 0x05;

function readList(path: string): TableList | null {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(pageHeader);
    if (readSync(file, header, 0, pageHeader, 0) < pageHeader) return null;
    const size = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    if (size < 512) return null;
    const page = (number: number) => {
      const content = Buffer.alloc(size);
      return readSync(file, content, 0, size, (number - 1) * size) === size ? content : null;
    };
    const first = page(1);
    if (first?.[pageHeader] === leaf) return { first, further: [] };
    if (first?.[pageHeader] !== interior) return null;
    const further = pointersIn(first).map((pointer) => ({
      pointer,
      content: page(first.readUInt32BE(pointer)),
    }));
    const isList = further.every(({ content }) => content?.[0] === leaf);
    return isList ? { first, further: further as TableList['further'] } : null;
  } finally {
    closeSync(file);
  }
}

/** Where an interior first page holds the numbers of the pages below it. */
function pointersIn(first: Buffer): number[] {
  const cells = first.readUInt16BE(pageHeader + 3);
  const rightMost = pageHeader + 8;
  const ofCells = Array.from({ length: cells }, (_, cell) =>
    first.readUInt16BE(pageHeader + 12 + 2 * cell),
  );
  return [...ofCells.filter((at) => at + 4 <= first.length), rightMost];
}
