import type { ExportReport } from '#contract/exchange.ts';

/** A receipt to keep outside the library: for each file its hash, and the hash of the history it came from. */
export function receiptText({ written }: ExportReport): string {
  return written
    .map(({ title, path, revision, head, sha256 }) =>
      [
        title,
        `file: ${path}`,
        `SHA-256 of the file: ${sha256}`,
        `change: ${revision}`,
        `SHA-256 of the history up to it: ${head}`,
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}
