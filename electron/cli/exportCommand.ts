import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failureWords, toFailure } from '#contract/errors.ts';
import type { Essay, EssayId } from '#contract/essay.ts';
import { exportFormats } from '#contract/exchange.ts';
import type { ImageShelf } from '#contract/images.ts';
import { contentOf, type ExportTarget, exportEssays } from '#export/exportEssays.ts';
import { essayImages } from '#export/images/essayImages.ts';
import { drawingsOf, packed } from '#export/packed.ts';
import { pageStyle } from '#export/pageStyle.ts';
import { writeFailure } from '#export/writeFailure.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { imageShelf } from '#library/images/readImages.ts';
import type { Library } from '#library/openLibrary.ts';
import { type Answer, command, type Desk, UsageError } from './command.ts';
import { places } from './places.ts';
import { printable, printableLine } from './printable.ts';
import { sinceImport } from './sinceImport.ts';
import { withLibrary } from './withLibrary.ts';

export const exportCommand = command({
  name: 'export',
  usage: 'SLUG... | --all',
  summary: 'write essays as Markdown or HTML files',
  about: `Writes each essay as a file named after its slug and prints the paths, one a line. html is one file that needs
nothing else; html-folder has its style and images in files beside it; html-plain is a page without a style;
html-fragment is the text alone, for another page. Markdown has its images where it says they are.
For essays that were imported it says how many bytes have changed since.
A file that is there already is left as it is, unless --force is given; then the command fails and says so.`,
  options: {
    format: { type: 'string', value: 'FORMAT', about: `${exportFormats.join(', ')}; must be said` },
    all: { type: 'boolean', about: 'every essay outside the trash' },
    out: {
      type: 'string',
      value: 'PATH',
      about: 'a folder, or for one essay a file, or - for standard output; else the current folder',
    },
    force: { type: 'boolean', about: 'replace files that are there already' },
    author: {
      type: 'string',
      value: 'NAME',
      about: 'the author named in the head of an HTML page',
    },
  },
  async run(values, slugs, desk) {
    const format = exportFormats.find((each) => each === values.format);
    if (!format) throw new UsageError(`Say --format and one of ${exportFormats.join(', ')}.`);
    if (values.all ? slugs.length > 0 : slugs.length === 0) {
      throw new UsageError('Name the essays to export by their slugs, or say --all.');
    }
    if (values.out === '-' && (values.all || slugs.length > 1 || values.json)) {
      throw new UsageError('Only one essay can go to standard output, and not with --json.');
    }
    const style = format.startsWith('html') ? pageStyle(places.resources()) : '';
    const page = { style, author: values.author ?? '' };

    return withLibrary(values.library, desk, { create: false }, async (library) => {
      if (values.out === '-') {
        return toOutput(
          findEssay(library, slugs[0]!),
          imageShelf(library),
          { ...page, format },
          desk,
        );
      }
      const unread: Unread[] = [];
      const since = sinceImport(library);
      const essays = values.all
        ? everyEssay(library, unread)
        : slugs.map((slug) => findEssay(library, slug));
      const report = await exportEssays(
        packed(
          format === 'markdown' ? since.watched(essays) : essays,
          imageShelf(library),
          ({ id, title }, thrown) =>
            unread.push({ id, title, reason: failureWords(toFailure(thrown)) }),
        ),
        {
          ...(await targetFor(values.out, !values.all && slugs.length === 1)),
          ...page,
          format,
          overwrite: values.force ? 'always' : 'never',
        },
        desk.signal,
      );
      const skipped = [...unread, ...report.skipped];
      for (const { title, notes } of report.written) sayNotes(desk, title, notes);
      const changed = since.words();
      if (changed) desk.say(changed);
      return {
        text: report.written.map(({ path }) => `${printableLine(path)}\n`).join(''),
        json: { format, written: report.written, skipped },
        problems: skipped.map(({ title, reason }) => printableLine(`${title}: ${reason}`)),
      };
    });
  },
});

async function toOutput(
  essay: Essay,
  shelf: ImageShelf,
  page: Parameters<typeof contentOf>[1],
  desk: Desk,
): Promise<Answer> {
  const { content, files, notes } = await contentOf(
    { essay, images: essayImages(essay, shelf), drawings: drawingsOf(essay.body, shelf) },
    page,
  );
  sayNotes(desk, essay.title, [...notes, ...(files.length > 0 ? [notWritten(files.length)] : [])]);
  const text = desk.isTerminal ? printable(Buffer.from(content).toString()) : content;
  return { text, json: null, problems: [] };
}

function notWritten(files: number): string {
  return files === 1
    ? 'A file beside it is not written.'
    : `${files} files beside it are not written.`;
}

function sayNotes(desk: Desk, title: string, notes: readonly string[]): void {
  for (const note of notes) desk.say(printableLine(`${title}: ${note}`));
}

interface Unread {
  readonly id: EssayId;
  readonly title: string;
  readonly reason: string;
}

/** Read one by one as the export asks for them; one that is damaged must not keep the others from being exported. */
function* everyEssay(library: Library, unread: Unread[]): Generator<Essay> {
  const { rows } = listEssays(library, { trashed: false, status: null, tag: null, sort: 'title' });
  for (const { id, title } of rows) {
    try {
      yield readEssay(library, id);
    } catch (thrown) {
      unread.push({ id, title, reason: failureWords(toFailure(thrown)) });
    }
  }
}

async function targetFor(out: string | undefined, single: boolean): Promise<ExportTarget> {
  if (out === undefined) return { folder: process.cwd() };
  const path = resolve(out);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => /[\\/]$/.test(out),
  );
  if (single && !isFolder) return { file: path };
  await mkdir(path, { recursive: true }).catch((thrown) => {
    throw writeFailure(thrown, path);
  });
  return { folder: path };
}
