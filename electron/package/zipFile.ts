import { createWriteStream, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * Writes a folder's content as a .zip under the name `top` ('' for none): names in order, one date for all, links and
 * the right to be run kept, so that the same folder gives the same bytes.
 */
export async function writeZip(
  folder: string,
  path: string,
  { top, date }: { readonly top: string; readonly date: Date },
): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  // yazl says on its own what it cannot read; without this it would go unheard.
  zip.on('error', (error) => zip.outputStream.emit('error', error));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const source = join(folder, name);
    const inside = join(top, name).replaceAll('\\', '/');
    const found = lstatSync(source);
    const mtime = zipDate(date);
    if (found.isSymbolicLink()) {
      zip.addBuffer(Buffer.from(readlinkSync(source)), inside, { mtime, mode: 0o120_777 });
    } else if (found.isDirectory()) {
      zip.addEmptyDirectory(inside, { mtime, mode: 0o40_755 });
    } else {
      const mode = found.mode & 0o111 ? 0o100_755 : 0o100_644;
      zip.addFile(source, inside, { mtime, mode });
    }
  }
  zip.end();
  await written;
}

/** A .zip keeps local time without a zone, from 1980 on: the clock of the one who unpacks shows what stands here. */
function zipDate(date: Date): Date {
  const earliest = Date.UTC(1980, 0, 1);
  const shown = new Date(Math.max(date.getTime(), earliest));
  return new Date(shown.getTime() + shown.getTimezoneOffset() * 60_000);
}
