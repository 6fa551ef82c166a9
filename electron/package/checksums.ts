import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Checked {
  readonly name: string;
  readonly sha256: string;
}

export async function checksumOf(path: string): Promise<Checked> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return { name: basename(path), sha256: hash.digest('hex') };
}

/** The lines that `sha256sum --check` reads. */
export function checksumLines(files: readonly Checked[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
