import type { Library } from '../library.ts';

/** What SQLite finds wrong with a library's file. It keeps no checksums, so that text can change without its noticing. */
export function fileProblems(library: Library): string[] {
  try {
    const said = library.db.pragma('integrity_check') as { integrity_check: string }[];
    return said.map((row) => row.integrity_check).filter((sentence) => sentence !== 'ok');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
