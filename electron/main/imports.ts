import { StudioError } from '#contract/errors.ts';
import type { ImportProgress, ImportReport } from '#contract/exchange.ts';
import { findMarkdownFiles } from '#import/findMarkdownFiles.ts';
import { imagesAmong } from '#import/images/imagesAmong.ts';
import { type FindImageFile, imagesOnDisk } from '#import/images/imagesOnDisk.ts';
import { type ImportSource, importFiles } from '#import/importFiles.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { addImages } from '#library/images/addImages.ts';
import type { LibraryHost } from './libraryHost.ts';

/** Imports into the library that is open, one at a time. A second one meanwhile is refused with `invalid`. */
export interface Imports {
  /** Files, and folders with everything in them. */
  readonly fromDisk: (paths: readonly string[]) => Promise<ImportReport>;
  readonly fromBytes: (
    files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ) => Promise<ImportReport>;
  /** Stops the one under way after the file it is at. */
  readonly cancel: () => void;
}

export function createImports(
  host: LibraryHost,
  tell: (progress: ImportProgress) => void,
  tellImages: () => void,
): Imports {
  let running: AbortController | null = null;

  async function alone(run: (signal: AbortSignal) => Promise<ImportReport>) {
    if (running) {
      throw new StudioError('invalid', 'Another import is still under way.', 'Wait for it to end.');
    }
    running = new AbortController();
    try {
      return await run(running.signal);
    } finally {
      running = null;
    }
  }

  const bring = async (
    sources: readonly ImportSource[],
    find: FindImageFile,
    signal: AbortSignal,
  ) => {
    let images = 0;
    const report = await importFiles(sources, {
      add: (starts) => host.write((library) => createEssays(library, starts)),
      images: {
        find,
        add(files) {
          images += files.length;
          return host.write((library) => addImages(library, files));
        },
      },
      onProgress: atMostEvery(50, tell),
      signal,
    });
    if (images > 0) tellImages();
    return report;
  };

  return {
    fromDisk: (paths) =>
      alone(async (signal) => {
        const found = await findMarkdownFiles(paths, { signal });
        const report = await bring(found.files, imagesOnDisk(), signal);
        return { ...report, skipped: [...found.skipped, ...report.skipped] };
      }),
    fromBytes: (files) =>
      alone((signal) => {
        const essays = files.filter(({ path }) => !isImageName(path));
        // An image that came by itself is no essay, and its refusal says so.
        const sources = (essays.length > 0 ? essays : files).map((file) => ({
          ...file,
          within: file.path,
        }));
        return bring(sources, imagesAmong(files), signal);
      }),
    cancel: () => running?.abort(),
  };
}

function isImageName(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path);
}

/** Lets a report through when enough milliseconds have passed since the last, and always the final one. */
function atMostEvery(
  milliseconds: number,
  tell: (progress: ImportProgress) => void,
): (progress: ImportProgress) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < milliseconds && progress.done < progress.total) return;
    last = now;
    tell(progress);
  };
}
