import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { reportImages } from '#library/images/reportImages.ts';
import type { Library } from '#library/openLibrary.ts';
import { missingImages } from '#markdown/images/missingImages.ts';
import { command, UsageError } from './command.ts';
import { printableLine } from './printable.ts';
import { rowsAsText } from './rowsAsText.ts';
import { withLibrary } from './withLibrary.ts';

export const imagesCommand = command({
  name: 'images',
  usage: '',
  summary: 'list the images of the library, and those that are missing',
  about: `Prints a line for each image: its name, what keeps it (essays, history, nothing), its bytes, the essays.
Columns are parted by tabs, or lined up at a terminal. With --missing: the address as written, its line, the essay.`,
  options: {
    unused: { type: 'boolean', about: 'only those that no essay shows now' },
    missing: { type: 'boolean', about: 'what essays ask for and the library has not' },
  },
  async run(values, names, desk) {
    if (names.length > 0) throw new UsageError(`images takes no names, but “${names[0]}” is one.`);
    if (values.unused && values.missing) throw new UsageError('Say --unused or --missing.');
    return withLibrary(values.library, desk, { create: false }, (library) => {
      const images = reportImages(library);
      if (values.missing) {
        const missing = missingIn(library, images);
        const cells = missing.map(({ source, line, title }) =>
          [source, line === null ? 'cover' : String(line + 1), title].map(printableLine),
        );
        return { text: rowsAsText(cells, desk.isTerminal), json: { missing }, problems: [] };
      }
      const shown = values.unused ? images.filter(({ use }) => use !== 'essays') : images;
      const cells = shown.map(({ name, use, size, essays }) =>
        [name, use, String(size), essays.join(', ')].map(printableLine),
      );
      return { text: rowsAsText(cells, desk.isTerminal), json: { images: shown }, problems: [] };
    });
  },
});

function missingIn(library: Library, images: ReturnType<typeof reportImages>) {
  const query = { trashed: false, status: null, tag: null, sort: 'title' } as const;
  return listEssays(library, query).rows.flatMap(({ id }) =>
    missingImages(readEssay(library, id), images),
  );
}
