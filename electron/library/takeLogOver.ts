import type { Library } from './library.ts';

/**
 * Takes over into the library's file what waits in its log, but for what somebody still reads as it was before. For a
 * moment in which nobody writes: a save leaves it to that, as long as the log has less than 8 MB.
 */
export function takeLogOver({ db, readOnly }: Library): void {
  if (!readOnly) db.pragma('wal_checkpoint(PASSIVE)');
}
