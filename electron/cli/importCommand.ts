import { isAbsolute, relative } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import { findMarkdownFiles } from '#import/findMarkdownFiles.ts';
import { imagesOnDisk } from '#import/images/imagesOnDisk.ts';
import { importFiles } from '#import/importFiles.ts';
import { createEssays } from '#library/essays/createEssay.ts';
import { addImages } from '#library/images/addImages.ts';
import { command, UsageError } from './command.ts';
import { printableLine } from './printable.ts';
import { withLibrary } from './withLibrary.ts';

export const importCommand = command({
  name: 'import',
  usage: 'PATH...',
  summary: 'bring Markdown files and folders into the library',
  about: `Brings in each file named, and from each folder named its Markdown files: .md, .markdown, .mdown, .mkd and .mdx.
Images that they refer to come along, from within the same project.
Hidden files and folders are left out, and so is node_modules unless a path leads into it.
Prints a line for each essay: its slug, a tab, the path of the file it came from. The library is made if it is not there.`,
  options: {
    'node-modules': { type: 'boolean', about: 'look into node_modules folders as well' },
  },
  async run(values, paths, desk) {
    if (paths.length === 0) throw new UsageError('Name the files or folders to import.');

    const found = await findMarkdownFiles(paths, {
      includeNodeModules: values['node-modules'] ?? false,
      call: fromHere,
      signal: desk.signal,
    });
    if (found.files.length === 0 && found.skipped.length === 0 && !desk.signal.aborted) {
      throw new StudioError(
        'not-found',
        `There is no Markdown file in ${paths.join(', ')}.`,
        'A file that is named itself comes in whatever its ending.',
      );
    }
    const slugs = new Map<EssayId, string>();
    const report = await withLibrary(values.library, desk, { create: true }, (library) =>
      importFiles(found.files, {
        add(starts) {
          const essays = createEssays(library, starts);
          for (const { id, slug } of essays) slugs.set(id, slug);
          return essays;
        },
        images: { find: imagesOnDisk(), add: (files) => addImages(library, files) },
        onProgress: ({ done, total }) =>
          desk.showProgress(done < total ? `${done} of ${total}` : ''),
        signal: desk.signal,
      }),
    );

    const imported = report.imported.map((essay) => ({
      ...essay,
      slug: slugs.get(essay.id) ?? '',
    }));
    const skipped = [...found.skipped, ...report.skipped];
    for (const { file, notes } of imported) {
      for (const note of notes) desk.say(printableLine(`${file}: ${note}`));
    }
    return {
      text: imported
        .map(({ slug, file }) => `${printableLine(slug)}\t${printableLine(file)}\n`)
        .join(''),
      json: { imported, skipped, cancelled: report.cancelled },
      problems: [
        ...skipped.map(({ file, reason }) => printableLine(`${file}: ${reason}`)),
        ...(report.cancelled ? ['The import was stopped before its end.'] : []),
      ],
    };
  },
});

/** A path as somebody at the command line would type it. */
function fromHere(path: string): string {
  const way = relative('', path);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? path : way;
}
