import { join } from 'node:path';
import { app, ClipboardItem, clipboard, dialog, shell } from 'electron';
import { failureWords, StudioError, toFailure } from '#contract/errors.ts';
import type { Essay, EssayId } from '#contract/essay.ts';
import type { ExportFormat, ExportReport } from '#contract/exchange.ts';
import { type ExportTarget, exportEssays } from '#export/exportEssays.ts';
import { fileName } from '#export/fileName.ts';
import { essayImages } from '#export/images/essayImages.ts';
import { readyImages, withOwnImages } from '#export/images/readyImages.ts';
import { exportInWorker } from '#export/inWorker.ts';
import { packed } from '#export/packed.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { imageShelf } from '#library/images/readImages.ts';
import { imageBook } from '#markdown/images/imageBook.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import type { Handlers } from '../answerRequest.ts';
import { askAboutFilesThere } from '../askAboutFilesThere.ts';
import { builtWorker } from '../builtWorker.ts';
import type { Desk } from '../desk.ts';

type ExportChannel = Extract<keyof Handlers, `export.${string}` | 'page.style'>;
type Overwrite = 'never' | 'always';
type Skipped = ExportReport['skipped'][number];

export function exportHandlers(desk: Desk): Pick<Handlers, ExportChannel> {
  const { host, preferences, window } = desk;
  const shown = new Set<string>();

  return {
    'page.style': () => desk.style(),

    async 'export.write'(ids, format) {
      const place = await (ids.length === 1 ? askFile(ids[0]!, format) : askFolder(ids, format));
      if (!place) return null;
      const unread: Skipped[] = [];
      const leaveOut = ({ id, title }: Essay, thrown: unknown) =>
        unread.push({ id, title, reason: failureWords(toFailure(thrown)) });
      const options = {
        ...place.target,
        format,
        overwrite: place.overwrite,
        style: desk.style(),
        author: preferences.read().author,
      };
      const going = packed(essays(ids, unread), imageShelf(host.library()), leaveOut);
      // What prints is here and not in another thread.
      const report =
        format === 'pdf'
          ? await exportEssays(going, { ...options, print: desk.print })
          : await exportInWorker(builtWorker('exportWorker'), going, options);
      for (const { path } of report.written) shown.add(path);
      return { ...report, skipped: [...unread, ...report.skipped] };
    },

    async 'export.copy'(id, format) {
      const { body, origin } = readEssay(host.library(), id);
      if (format === 'markdown') {
        await clipboard.writeText(body);
      } else {
        const shelf = imageShelf(host.library());
        const images = await readyImages(essayImages({ body, origin, coverImage: '' }, shelf));
        const image = imageBook(images, origin?.images);
        const { html: page } = renderEssay(body, { image, diagram: shelf.drawing });
        const html = withOwnImages(page, images);
        await clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': html })]);
      }
      return null;
    },

    'export.reveal'(path) {
      if (!shown.has(path)) {
        throw new StudioError(
          'invalid',
          'Only files exported since the studio was opened can be shown.',
        );
      }
      shell.showItemInFolder(path);
      return null;
    },
  };

  /** Read one by one as they are asked for; one that is damaged must not keep the others from being exported. */
  function* essays(ids: readonly EssayId[], unread: Skipped[]): Generator<Essay> {
    for (const id of ids) {
      try {
        yield readEssay(host.library(), id);
      } catch (thrown) {
        unread.push({ id, title: '', reason: failureWords(toFailure(thrown)) });
      }
    }
  }

  async function askFile(id: EssayId, format: ExportFormat) {
    const name = fileName(readEssay(host.library(), id), format, new Set());
    const file = format === 'markdown' || format === 'pdf' ? filters[format] : filters.html;
    const chosen = await dialog.showSaveDialog(window.current(), {
      title: `Export as ${file.name}`,
      defaultPath: join(app.getPath('documents'), name),
      filters: [file],
      // The system's dialog asks before it gives the name of a file that is there.
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (chosen.canceled || !chosen.filePath) return null;
    return place({ file: chosen.filePath }, 'always');
  }

  async function askFolder(ids: readonly EssayId[], format: ExportFormat) {
    const chosen = await dialog.showOpenDialog(window.current(), {
      title: `Export ${ids.length} Essays`,
      buttonLabel: 'Export',
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    });
    const folder = chosen.filePaths[0];
    if (chosen.canceled || !folder) return null;
    const overwrite = await askAboutFilesThere(window.current(), folder, essays(ids, []), format);
    return overwrite === null ? null : place({ folder }, overwrite);
  }
}

function place(target: ExportTarget, overwrite: Overwrite) {
  return { target, overwrite };
}

const filters = {
  html: { name: 'HTML', extensions: ['html'] },
  markdown: { name: 'Markdown', extensions: ['md'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
};
