import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';

/** A page as the write-ahead log has it; see "The WAL File" of SQLite's file format. */
interface Frame {
  /** Counted from 1. */
  readonly page: number;
  /** The pages of the file once its change is done; 0 before the end of the change. */
  readonly pagesAfter: number;
  readonly content: Buffer;
  /** True when its checksum, which goes on from that of the frame before, is right. */
  readonly isSound: boolean;
}

export interface WriteAheadLog {
  readonly pageSize: number;
  /** Up to the end of the last change, whatever is wrong with what lies between. */
  readonly frames: readonly Frame[];
  /**
   * `torn`: it ends within a change that was never acknowledged, as after a power cut, or that was cut off since.
   * `hurt`: changes that were acknowledged lie behind a place that is not what was written; SQLite would drop them.
   */
  readonly state: 'sound' | 'torn' | 'hurt';
}

const headerLength = 32;
const frameHeaderLength = 24;

/** Reads the write-ahead log of the library at `path` without taking part in it. Null when there is none. */
export function readLog(path: string): WriteAheadLog | null {
  const bytes = readIfThere(`${path}-wal`);
  if (bytes === null || bytes.length < headerLength) return null;
  const magic = bytes.readUInt32BE(0);
  const pageSize = bytes.readUInt32BE(8);
  const words = wordsOf(bytes, magic === 0x377f0683);
  const isHeaderSound =
    (magic === 0x377f0682 || magic === 0x377f0683) &&
    sum(words, 0, 24, [0, 0]).every((part, at) => part === bytes.readUInt32BE(24 + 4 * at));
  const size = isPageSize(pageSize) ? pageSize : 4096;
  const found = framesOf(bytes, words, size);
  const ends = found.flatMap((frame, at) => (frame.pagesAfter > 0 ? [at] : []));
  const last = ends.at(-1) ?? -1;
  const broken = isHeaderSound ? found.findIndex((frame) => !frame.isSound) : 0;
  const isCut = (bytes.length - headerLength) % (frameHeaderLength + size) !== 0;
  const goesOn = found.some(
    (frame, at) =>
      broken !== -1 &&
      at >= Math.max(broken, 1) &&
      frame.isSound &&
      (found[at - 1]?.pagesAfter ?? 0) > 0 &&
      found[at - 1]?.isSound === true,
  );
  const isHurt = goesOn || (!isHeaderSound && last !== -1);
  const isTorn = isCut || broken !== -1 || last < found.length - 1;
  const frames = found.slice(0, last + 1);
  return { pageSize: size, frames, state: isHurt ? 'hurt' : isTorn ? 'torn' : 'sound' };
}

/** The frames that were written since the log was last begun anew: those with the marks most of the first have. */
function framesOf(bytes: Buffer, words: Uint32Array, pageSize: number): readonly Frame[] {
  const step = frameHeaderLength + pageSize;
  const salt = saltOf(bytes, step);
  const frames: Frame[] = [];
  let before: readonly [number, number] = [bytes.readUInt32BE(24), bytes.readUInt32BE(28)];
  for (let at = headerLength; at + step <= bytes.length; at += step) {
    const isOurs = bytes.subarray(at + 8, at + 16).equals(salt);
    const page = bytes.readUInt32BE(at);
    const start = sum(words, at, at + 8, before);
    const end = sum(words, at + frameHeaderLength, at + step, start);
    before = [bytes.readUInt32BE(at + 16), bytes.readUInt32BE(at + 20)];
    if (!isOurs || page === 0) continue;
    frames.push({
      page,
      pagesAfter: bytes.readUInt32BE(at + 4),
      content: bytes.subarray(at + frameHeaderLength, at + step),
      isSound: end[0] === before[0] && end[1] === before[1],
    });
  }
  return frames;
}

/** The header's salt, or the first frame's when no frame has that. */
function saltOf(bytes: Buffer, step: number): Buffer {
  const ofHeader = bytes.subarray(16, 24);
  for (let at = headerLength; at + step <= bytes.length; at += step) {
    if (bytes.subarray(at + 8, at + 16).equals(ofHeader)) return ofHeader;
  }
  return bytes.length >= headerLength + step
    ? bytes.subarray(headerLength + 8, headerLength + 16)
    : ofHeader;
}

/** The log's checksum of bytes from `from` up to `to`, both multiples of 4, going on from `before`. */
function sum(
  words: Uint32Array,
  from: number,
  to: number,
  before: readonly [number, number],
): [number, number] {
  let [first, second] = before;
  for (let at = from / 4; at < to / 4; at += 2) {
    first = (first + words[at]! + second) | 0;
    second = (second + words[at + 1]! + first) | 0;
  }
  return [first >>> 0, second >>> 0];
}

/** The log as the 32-bit words its checksums are made of. */
function wordsOf(bytes: Buffer, isBigEndian: boolean): Uint32Array {
  const aligned = Buffer.from(new ArrayBuffer(bytes.length - (bytes.length % 4)));
  bytes.copy(aligned);
  if (isBigEndian !== (endianness() === 'BE')) aligned.swap32();
  return new Uint32Array(aligned.buffer);
}

function isPageSize(size: number): boolean {
  return size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
