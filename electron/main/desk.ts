import { join } from 'node:path';
import { app } from 'electron';
import { toFailure } from '#contract/errors.ts';
import type { PrintPage } from '#export/exportEssays.ts';
import { pageStyle } from '#export/pageStyle.ts';
import type { ChoreName, Chores } from '#library/chores/chores.ts';
import { type ChoreListening, runChore } from '#library/chores/runChore.ts';
import { inThread } from '#press/inThread.ts';
import { type BackingUp, startBackingUp } from './backingUp.ts';
import { builtWorker } from './builtWorker.ts';
import { createImports, type Imports } from './imports.ts';
import { type Keeping, startKeeping } from './keeping.ts';
import type { LibraryHost } from './libraryHost.ts';
import { reportDefect } from './log.ts';
import type { PreferenceStore } from './preferences.ts';
import { type RenderingAhead, startRenderingAhead } from './renderingAhead.ts';
import { startUpdates, type Updates } from './updates.ts';
import type { StudioWindow } from './window.ts';

type RunChore = <N extends ChoreName>(
  name: N,
  options: Parameters<Chores[N]>[0],
  listening?: ChoreListening,
) => Promise<ReturnType<Chores[N]>>;

/** Everything a request may need, gathered once at boot. */
export interface Desk {
  readonly host: LibraryHost;
  readonly preferences: PreferenceStore;
  readonly window: StudioWindow;
  readonly imports: Imports;
  readonly keeping: Keeping;
  readonly backingUp: BackingUp;
  readonly renderingAhead: RenderingAhead;
  /** Does long work on a library's files in a thread of its own. */
  readonly runChore: RunChore;
  readonly updates: Updates;
  readonly resources: string;
  /** The page's stylesheet, read once. */
  readonly style: () => string;
  /** Prints a page that needs nothing else as PDF. */
  readonly print: PrintPage;
  /** Imports files nobody in the window asked for, and tells the window what came of it. */
  readonly importUnasked: (paths: readonly string[]) => Promise<void>;
  /** Has the window save what it holds, then opens another library in it. */
  readonly switchLibrary: (path: string) => Promise<void>;
}

export function createDesk({
  host,
  preferences,
  window,
  print,
}: {
  host: LibraryHost;
  preferences: PreferenceStore;
  window: StudioWindow;
  print: PrintPage;
}): Desk {
  const resources = join(app.getAppPath(), 'resources');
  const imports = createImports(
    host,
    (progress) => window.tell('import.progress', progress),
    () => window.tell('images.changed', null),
  );
  const keeping = startKeeping({ host, tell: (value) => window.tell('library.proved', value) });
  const run: RunChore = (name, options, listening) =>
    runChore(builtWorker('choreWorker'), name, options, listening);
  const backingUp = startBackingUp({
    host,
    preferences,
    run,
    tell: (status) => window.tell('backups.changed', status),
  });
  const renderingAhead = startRenderingAhead({
    host,
    run: (libraryPath, signal) => {
      const renderWorker = builtWorker('renderWorker').href;
      const place = { libraryPath, resources, renderWorker };
      return inThread(builtWorker('pressWorker'), place, 'renderAhead', {}, { signal });
    },
  });
  let style: string | null = null;
  return {
    host,
    preferences,
    window,
    imports,
    keeping,
    backingUp,
    renderingAhead,
    runChore: run,
    updates: startUpdates(preferences, window),
    resources,
    print,
    style() {
      style ??= pageStyle(resources);
      return style;
    },
    async importUnasked(paths) {
      try {
        window.tell('import.finished', await imports.fromDisk(paths));
      } catch (thrown) {
        const { message, advice } = toFailure(thrown);
        await window.say(message, advice);
      }
    },
    async switchLibrary(path) {
      if (!(await window.saved())) return;
      try {
        host.open(path, { create: true });
      } catch (thrown) {
        reportDefect('opening a library for a second start', thrown);
        const { message, advice } = toFailure(thrown);
        await window.say(message, advice);
      }
      window.reload();
    },
  };
}
