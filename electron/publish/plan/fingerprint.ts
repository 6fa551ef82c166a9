import { hash } from 'node:crypto';

/** A hash of plain data, in hex; equal for equal data with keys in the same order. */
export function fingerprint(data: unknown): string {
  return hash('sha256', JSON.stringify(data));
}
