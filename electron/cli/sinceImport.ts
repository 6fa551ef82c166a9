import type { Essay } from '#contract/essay.ts';
import { markdownFile } from '#export/markdownFile.ts';
import type { Library } from '#library/openLibrary.ts';
import { asItCame } from '#press/asItCame.ts';

/** How much of the files that essays came from has changed, counted as the essays go by. */
export function sinceImport(library: Library) {
  let [imported, asTheyCame, changed] = [0, 0, 0];
  return {
    *watched(essays: Iterable<Essay>): Generator<Essay> {
      for (const essay of essays) {
        const bytes = bytesSinceImport(library, essay);
        if (bytes !== null) imported++;
        if (bytes === 0) asTheyCame++;
        changed += bytes ?? 0;
        yield essay;
      }
    },
    /** A sentence; '' where none was imported. */
    words: () =>
      imported === 0
        ? ''
        : `${asTheyCame} of ${imported} imported essays are as they came: ${changed} bytes changed.`,
  };
}

/** Null for an essay that came from no file, or of which that cannot be told. */
function bytesSinceImport(library: Library, essay: Essay): number | null {
  const first = asItCame(library, essay);
  if (!first) return null;
  const [before, after] = [first, essay].map((each) => Buffer.from(markdownFile(each).content));
  return differingBytes(before!, after!);
}

/** From the first that differs to the last. */
function differingBytes(before: Buffer, after: Buffer): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return Math.max(before.length, after.length) - start - end;
}
