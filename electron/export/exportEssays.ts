import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type ErrorCode, toFailure } from '#contract/errors.ts';
import type { Essay } from '#contract/essay.ts';
import type { ExportFormat, ExportReport } from '#contract/exchange.ts';
import { fileName } from './fileName.ts';
import { htmlPage } from './htmlPage.ts';
import { markdownFile } from './markdownFile.ts';
import { type Overwrite, writeWholeFile } from './writeWholeFile.ts';

/** One file for one essay, or a folder that is there for any number. */
export type ExportTarget = { readonly file: string } | { readonly folder: string };

export type ExportOptions = ExportTarget & {
  readonly format: ExportFormat;
  readonly overwrite: Overwrite;
  /** The page's stylesheet; see pageStyle. Not used for Markdown. */
  readonly style: string;
  readonly author?: string;
};

/**
 * Writes essays to files, each whole or not at all. Into a file: throws the `StudioError` of what went wrong.
 * Into a folder: an essay that cannot be written is in the report with its reason, and a failure that the next essay
 * would meet too (no room, no permission) ends the export. Throws that failure when nothing at all was written.
 */
export async function exportEssays(
  essays: Iterable<Essay> | AsyncIterable<Essay>,
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<ExportReport> {
  const written: ExportReport['written'][number][] = [];
  const skipped: ExportReport['skipped'][number][] = [];
  const taken = new Set<string>();
  let stopped: string | null = null;

  for await (const essay of essays) {
    const { id, title } = essay;
    if (signal?.aborted) stopped ??= 'The export was stopped before it came to this essay.';
    if (stopped !== null) {
      skipped.push({ id, title, reason: stopped });
      continue;
    }
    const path = resolve(
      'file' in options
        ? options.file
        : join(options.folder, fileName(essay, options.format, taken)),
    );
    try {
      const { content, notes } = contentOf(essay, options);
      await writeWholeFile(path, content, options.overwrite);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const { revision, head } = essay;
      written.push({ id, title, path, revision, head, sha256, notes });
    } catch (thrown) {
      const failure = toFailure(thrown);
      const ends = endsExport.has(failure.code);
      if ('file' in options || (ends && written.length === 0)) throw thrown;
      if (ends) stopped = failure.message;
      skipped.push({ id, title, reason: failure.message });
    }
  }
  return { format: options.format, written, skipped };
}

/** Failures of the place written to, not of one essay. */
const endsExport: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'read-only',
  'no-permission',
  'not-found',
]);

interface Content {
  readonly content: Uint8Array | string;
  readonly notes: readonly string[];
}

function contentOf(essay: Essay, options: ExportOptions): Content {
  if (options.format === 'markdown') return markdownFile(essay);
  const content = htmlPage(essay, { style: options.style, author: options.author ?? '' });
  return { content, notes: [] };
}
