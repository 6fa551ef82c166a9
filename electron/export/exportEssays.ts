import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { type ErrorCode, failureWords, StudioError, toFailure } from '#contract/errors.ts';
import type { ExportFormat, ExportReport } from '#contract/exchange.ts';
import { fileName } from './fileName.ts';
import { htmlFiles } from './html/htmlFiles.ts';
import { markdownImages } from './images/markdownImages.ts';
import { type PageFile, readyImages } from './images/readyImages.ts';
import { writeBeside } from './images/writeBeside.ts';
import { markdownFile } from './markdownFile.ts';
import type { PackedEssay } from './packed.ts';
import { type Overwrite, writeWholeFile } from './writeWholeFile.ts';

/** One file for one essay, or a folder that is there for any number. */
export type ExportTarget = { readonly file: string } | { readonly folder: string };

export type ExportOptions = ExportTarget & {
  readonly format: ExportFormat;
  readonly overwrite: Overwrite;
  /** The page's stylesheet; see pageStyle. Not used for Markdown. */
  readonly style: string;
  readonly author?: string;
  /** Prints a page that needs nothing else as PDF, which only a browser engine can do. */
  readonly print?: PrintPage;
};

export type PrintPage = (html: string) => Promise<Uint8Array>;

/**
 * Writes essays to files, each whole or not at all. Into a file: throws the `StudioError` of what went wrong.
 * Into a folder: an essay that cannot be written is in the report with its reason, and a failure that the next essay
 * would meet too (no room, no permission) ends the export. Throws that failure when nothing at all was written.
 */
export async function exportEssays(
  essays: Iterable<PackedEssay> | AsyncIterable<PackedEssay>,
  options: ExportOptions,
  signal?: AbortSignal,
): Promise<ExportReport> {
  const written: ExportReport['written'][number][] = [];
  const skipped: ExportReport['skipped'][number][] = [];
  const taken = new Set<string>();
  let stopped: string | null = null;

  for await (const packed of essays) {
    const { essay } = packed;
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
      const { content, files, notes } = await contentOf(packed, options);
      await writeWholeFile(path, content, options.overwrite);
      const left = await writeBeside(dirname(path), files);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const { revision, head } = essay;
      written.push({ id, title, path, revision, head, sha256, notes: [...notes, ...left] });
    } catch (thrown) {
      const failure = toFailure(thrown);
      const ends = endsExport.has(failure.code);
      if ('file' in options || (ends && written.length === 0)) throw thrown;
      if (ends) stopped = failureWords(failure);
      skipped.push({ id, title, reason: failureWords(failure) });
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
  /** What stands beside it. */
  readonly files: readonly PageFile[];
  readonly notes: readonly string[];
}

type ContentOptions = Pick<ExportOptions, 'format' | 'style' | 'author' | 'print'>;

const withoutEngine: PrintPage = () => {
  throw new StudioError(
    'invalid',
    'A PDF is made by a browser engine, which the command line does not have.',
    'Export it from the window, or print the HTML page from a browser.',
  );
};

/** What an essay becomes in a format, before anything is written. */
export async function contentOf(
  { essay, images, drawings }: PackedEssay,
  { format, style, author = '', print = withoutEngine }: ContentOptions,
): Promise<Content> {
  if (format === 'markdown') {
    const { content, notes } = markdownFile(essay);
    const { files, notes: ofImages } = markdownImages(images);
    return { content, files, notes: [...notes, ...ofImages] };
  }
  const ready = await readyImages(images);
  if (format === 'pdf') {
    const { page } = htmlFiles(essay, 'html', { style, author, images: ready, drawings });
    return { content: await print(page), files: [], notes: [] };
  }
  const { page, files } = htmlFiles(essay, format, { style, author, images: ready, drawings });
  return { content: page, files, notes: [] };
}
