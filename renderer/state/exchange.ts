import type { EssayId } from '#contract/essay.ts';
import type { CopyFormat, ExportFormat, ImportReport } from '#contract/exchange.ts';
import type { LibraryStatus } from '#contract/library.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Desk } from './desk.ts';
import type { Diagrams } from './diagrams.ts';
import { type DroppedItem, readDropped } from './dropped.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import type { Sheets } from './sheets.ts';
import type { WindowMemory } from './windowMemory.ts';

/** What goes in and out of the library: exports, copies, imports, and other libraries. Failures are told, not thrown. */
export interface Exchange {
  write(ids: readonly EssayId[], format: ExportFormat): void;
  copy(id: EssayId, format: CopyFormat): void;
  reveal(path: string): void;
  openLink(url: string): void;
  importChosen(kind: 'files' | 'folder'): void;
  importDropped(items: readonly DroppedItem[]): void;
  importSamples(): void;
  cancelImport(): void;
  chooseLibrary(kind: 'open' | 'new'): void;
  /** Shows the copy kept when the library was brought to this version. */
  revealKept(): void;
  /** Opens the copy kept before a newer version changed the library. */
  openOlder(): void;
  retryLibrary(): void;
  /** Saves what is unsaved, then has another library opened in place of this one. */
  leaveLibrary(open: () => Promise<LibraryStatus | null>): void;
  /** Says that opening brought the library to this version: once for each copy kept, however often the window comes back to it. */
  tellOfUpgrade(status: LibraryStatus): void;
  /** Another library is to be shown, or the same one again. */
  showLibrary(status: LibraryStatus): Promise<void>;
}

interface ExchangeParts {
  readonly ask: Ask;
  readonly listen: Listen;
  readonly memory: WindowMemory;
  readonly library: Library;
  readonly desk: Desk;
  readonly diagrams: Pick<Diagrams, 'drawMissing'>;
  readonly sheets: Sheets;
  readonly notices: Notices;
}

export function createExchange(parts: ExchangeParts): Exchange {
  const { ask, listen, memory, library, desk, diagrams, sheets, notices } = parts;
  let importing = false;

  listen('import.progress', (progress) => {
    if (importing) sheets.open({ kind: 'importing', progress });
  });
  // Files that the studio was started with, or that were opened with it.
  listen('import.finished', (report) => void notices.attempt(() => showImported(report)));

  /** Runs an import; its sheet comes with the first progress, so that a short one shows only its report. */
  function takeIn(work: () => Promise<ImportReport | null>): void {
    void notices.attempt(async () => {
      importing = true;
      try {
        const report = await work();
        importing = false;
        sheets.close('importing');
        if (report) await showImported(report);
      } finally {
        importing = false;
        sheets.close('importing');
      }
    });
  }

  async function showImported(report: ImportReport): Promise<void> {
    await library.query({ trashed: false, status: null, tag: null });
    const first = report.imported[0];
    if (first) await desk.open(first.id);
    const remarkable =
      report.skipped.length > 0 ||
      report.cancelled ||
      report.imported.some(({ notes }) => notes.length > 0) ||
      report.imported.length !== 1;
    if (remarkable) sheets.open({ kind: 'imported', report });
    else if (first) notices.say(`Imported “${first.title}”.`);
  }

  async function showLibrary(status: LibraryStatus): Promise<void> {
    desk.leave();
    sheets.close();
    await library.show(status);
    tellOfUpgrade(status);
  }

  function tellOfUpgrade(status: LibraryStatus): void {
    const copy = status.kind === 'open' ? status.keptCopy : null;
    if (copy === null || memory.read('keptCopy') === copy) return;
    memory.write('keptCopy', copy);
    sheets.open({ kind: 'upgraded', copy });
  }

  function leaveLibrary(open: () => Promise<LibraryStatus | null>): void {
    void notices.attempt(async () => {
      await desk.saveAll();
      const status = await open();
      if (status) await showLibrary(status);
    });
  }

  /** Draws the diagrams that nobody has looked at yet, of which the writer hears when that takes its time. */
  async function draw(ids: readonly EssayId[]): Promise<void> {
    await diagrams.drawMissing(ids, (done, total) => {
      if (done % 10 === 0) notices.say(`Drawing diagrams for the page: ${done + 1} of ${total}.`);
    });
  }

  return {
    write: (ids, format) =>
      void notices.attempt(async () => {
        await desk.saveAll();
        if (format !== 'markdown') await draw(ids);
        const report = await ask('export.write', ids, format);
        if (report) sheets.open({ kind: 'exported', report });
      }),
    copy: (id, format) =>
      void notices.attempt(async () => {
        await desk.saveAll();
        if (format !== 'markdown') await draw([id]);
        await ask('export.copy', id, format);
        notices.say(format === 'html' ? 'Copied as HTML.' : 'Copied as Markdown.');
      }),
    reveal: (path) => void notices.attempt(() => ask('export.reveal', path)),
    openLink: (url) => void notices.attempt(() => ask('link.open', url)),
    importChosen: (kind) => takeIn(() => ask('import.choose', kind)),
    importDropped: (items) =>
      takeIn(async () => {
        const files = await readDropped(items);
        return ask('import.dropped', files);
      }),
    importSamples: () =>
      void notices.attempt(async () => {
        const report = await ask('import.samples');
        await library.reload();
        const first = report.imported[0];
        if (first) await desk.open(first.id, { beneath: true });
      }),
    cancelImport: () => void notices.attempt(() => ask('import.cancel')),
    chooseLibrary: (kind) => leaveLibrary(() => ask('library.choose', kind)),
    leaveLibrary,
    revealKept: () => void notices.attempt(() => ask('library.revealKept')),
    openOlder: () => void notices.attempt(async () => showLibrary(await ask('library.openOlder'))),
    retryLibrary: () => void notices.attempt(async () => showLibrary(await ask('library.retry'))),
    tellOfUpgrade,
    showLibrary,
  };
}
