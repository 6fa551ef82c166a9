import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ErrorCode, failureWords, StudioError, toFailure } from '#contract/errors.ts';
import type { Essay, NewEssay } from '#contract/essay.ts';
import type { ImportProgress, ImportReport } from '#contract/exchange.ts';
import { refuseLargeFile } from './decodeText.ts';
import { fileFailure } from './fileFailure.ts';
import { bringImages, type ImageImport } from './images/bringImages.ts';
import { readMarkdownFile } from './readMarkdownFile.ts';
import { statusesThere } from './statusThere.ts';

/** A file to import: a path on disk, or bytes with the path they came under. */
export type ImportSource =
  | string
  | {
      readonly path: string;
      /** How the report calls it. */
      readonly name?: string;
      /** Its path from the folder that was named, that folder's name first, `/` between; not said of a file named itself. */
      readonly within?: string;
      readonly bytes?: Uint8Array;
    };

export interface ImportOptions {
  /** Adds all of these essays, in order, or throws and adds none. */
  readonly add: (starts: NewEssay[]) => readonly Essay[];
  /** Takes in the images that the files refer to; without it they stay where they are. */
  readonly images?: ImageImport;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops after the file under way; what was read by then still comes in. */
  readonly signal?: AbortSignal;
}

interface ReadFile {
  readonly file: string;
  readonly essay: NewEssay;
  readonly notes: readonly string[];
}

/**
 * Reads Markdown files and adds them as essays, many at a time. Never throws for what is wrong with a file:
 * the report names each one that was left out, and why. When nothing can be added any more, the rest is left out too.
 */
export async function importFiles(
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<ImportReport> {
  const imported: ImportReport['imported'][number][] = [];
  const skipped: ImportReport['skipped'][number][] = [];
  let batch: ReadFile[] = [];
  let batchLength = 0;
  let stopped: string | null = null;
  const withImages = options.images && bringImages(options.images);
  const statusThere = statusesThere();
  const folderOf = foldersOf(sources);

  for (const [done, source] of sources.entries()) {
    if (options.signal?.aborted) break;
    const file = nameOf(source);
    options.onProgress?.({ done, total: sources.length, file });
    if (stopped !== null) {
      skipped.push({ file, reason: stopped });
      continue;
    }
    try {
      const read = readMarkdownFile(await bytesOf(source), baseName(source), {
        statusThere: isOnDisk(source) ? await statusThere(pathOf(source)) : null,
      });
      const { essay, notes } = (await withImages?.(pathOf(source), read.essay)) ?? read;
      batch.push({
        file,
        essay: inFolder(essay, folderOf(source)),
        notes: notes === read.notes ? notes : [...read.notes, ...notes],
      });
      batchLength += read.essay.body?.length ?? 0;
    } catch (thrown) {
      skipped.push({ file, reason: failureWords(fileFailure(thrown, file)) });
    }
    if (batch.length >= 100 || batchLength >= 4_000_000) addBatch();
  }
  addBatch();
  const cancelled = options.signal?.aborted ?? false;
  if (!cancelled) options.onProgress?.({ done: sources.length, total: sources.length, file: '' });
  return { imported, skipped, cancelled };

  function addBatch() {
    if (batch.length > 0) add(batch);
    batch = [];
    batchLength = 0;
  }

  function add(files: readonly ReadFile[]) {
    try {
      const essays = options.add(files.map(({ essay }) => essay));
      for (const [at, { id, title }] of essays.entries()) {
        const { file, notes } = files[at]!;
        imported.push({ file, id, title, notes });
      }
    } catch (thrown) {
      const failure = toFailure(thrown);
      const reason = failureWords(failure);
      if (endsImport.has(failure.code)) stopped = reason;
      if (files.length > 1 && stopped === null) {
        // One essay that is refused must not keep out those that were to come in with it.
        for (const file of files) add([file]);
      } else {
        skipped.push(...files.map(({ file }) => ({ file, reason })));
      }
    }
  }
}

/** Failures of the library as a whole: the next essay would meet the same. */
const endsImport: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'read-only',
  'no-permission',
  'locked',
  'damaged',
]);

function nameOf(source: ImportSource): string {
  return typeof source === 'string' ? source : (source.name ?? source.path);
}

function pathOf(source: ImportSource): string {
  return typeof source === 'string' ? source : source.path;
}

function inFolder(essay: NewEssay, folder: string | null): NewEssay {
  return folder === null || !essay.origin
    ? essay
    : { ...essay, origin: { ...essay.origin, folder } };
}

/**
 * The folders of a file below what was named; what is above it is no business of the library. Null for a file that was
 * named itself, and for the only one of a folder: a page bundle is one of many such.
 */
function foldersOf(sources: readonly ImportSource[]): (source: ImportSource) => string | null {
  const named = (source: ImportSource) =>
    typeof source === 'string' ? [] : (source.within ?? '').split('/');
  const counts = new Map<string, number>();
  for (const [top = ''] of sources.map(named)) counts.set(top, (counts.get(top) ?? 0) + 1);
  return (source) => {
    const [top = '', ...below] = named(source);
    if (below.length === 0) return null;
    return below.length === 1 && counts.get(top) === 1 ? null : below.slice(0, -1).join('/');
  };
}

function isOnDisk(source: ImportSource): boolean {
  return typeof source === 'string' || source.bytes === undefined;
}

function baseName(source: ImportSource): string {
  return basename(pathOf(source));
}

async function bytesOf(source: ImportSource): Promise<Uint8Array> {
  if (typeof source !== 'string' && source.bytes) return source.bytes;
  const path = pathOf(source);
  const found = await stat(path);
  // A pipe or a device would never end.
  if (!found.isFile()) {
    throw new StudioError(
      'unreadable-file',
      `“${basename(path)}” is not a file.`,
      'Choose a Markdown file, or a folder that has some.',
    );
  }
  refuseLargeFile(found.size, basename(path));
  return readFile(path);
}
