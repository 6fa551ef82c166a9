import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type * as Electron from 'electron';
import type { Preferences } from '#contract/preferences.ts';
import { type Dialogs, takeOverDialogs } from './dialogs.ts';
import { startInElectron } from './startInElectron.ts';
import { startInShell } from './startInShell.ts';

export interface LaunchOptions {
  /** The library to open; an empty one in the test's own folder when not said. */
  readonly library?: string;
  /** The settings folder of an earlier start, to start again as the same writer. A fresh one when not said. */
  readonly settings?: string;
  /** Files and folders named on the command line. */
  readonly files?: readonly string[];
  /** What the writer has set before this start. Two panes, light, 1280 x 800 when not said. */
  readonly preferences?: Partial<Preferences>;
  /** The window's size. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly env?: Readonly<Record<string, string>>;
  readonly engine?: 'chromium' | 'electron';
  /** The program of an installed package to start in the Chromium shell instead of the checkout. */
  readonly program?: string;
}

/** Calls a function inside the main process with Electron's modules; it must not use anything from outside itself. */
export type CallMain = <T, A = undefined>(
  call: (electron: typeof Electron, argument: A) => T | Promise<T>,
  argument?: A,
) => Promise<T>;

/** What starting gives on either engine. */
export interface Started {
  readonly page: Page;
  readonly main: CallMain;
  readonly output: () => string;
  /** Resolves with the exit code, null after a signal. */
  readonly exited: Promise<number | null>;
  /** Ends the process as `kill -9` does: no handler runs. */
  readonly kill: () => Promise<void>;
  /** Starts once more with the same arguments and waits for that process to end. */
  readonly startAgain: (
    args: readonly string[],
  ) => Promise<{ code: number | null; output: string }>;
}

/** The built studio, running for a test. */
export interface Studio extends Started, Dialogs {
  readonly library: string;
  readonly settings: string;
  /** Chooses a menu item by its id, which is the command's name: `view.page`. */
  readonly chooseMenuItem: (id: string) => Promise<void>;
  /** Links handed to the system, and files shown in its file manager, since the start. */
  readonly opened: () => Promise<readonly string[]>;
  /** What the studio copied last, by type. */
  readonly copied: () => Promise<{ readonly html: string; readonly text: string }>;
  /** Starts the studio again on the same settings, as a writer would by mistake. */
  readonly secondStart: (options?: {
    readonly library?: string;
    readonly files?: readonly string[];
  }) => Promise<{ code: number | null; output: string }>;
  /** Quits as the menu does, saving first; resolves with the exit code. */
  readonly quit: () => Promise<number | null>;
  /** Ends the studio if it still runs, and removes its folders if they were made here. */
  readonly discard: () => Promise<void>;
}

/**
 * Starts the built studio (`npm run build` first) without a display, on settings of its own.
 *
 *     const studio = await launchStudio({ preferences: { theme: 'dark' } });
 *     await studio.page.getByRole('button', { name: 'New essay' }).click();
 *     studio.answerSave('/tmp/essay.html');
 *     await studio.chooseMenuItem('essay.exportHtml');
 */
export async function launchStudio(options: LaunchOptions = {}): Promise<Studio> {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  const settings = options.settings ?? join(folder, 'settings');
  const library = options.library ?? join(folder, 'Library.longhand');
  if (!options.settings) writeSettings(settings, options);

  const args = ['--settings', settings, '--library', library, ...(options.files ?? [])];
  // The built-in dialog would be drawn where nobody can see it; the sockets of a test stay in its folder.
  const env = {
    ...process.env,
    PLAYWRIGHT_SERVER_REGISTRY: join(folder, 'registry'),
    ...options.env,
  };
  const starting =
    options.engine === 'electron'
      ? startInElectron(args, env)
      : startInShell(args, env, options.program);
  const started = await starting.then(whenUp).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const { main } = started;
  const dialogs = await takeOverDialogs(main);
  await recordOpened(main);

  return {
    ...started,
    ...dialogs,
    library,
    settings,
    async chooseMenuItem(id) {
      await main(({ Menu }, wanted) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
        if (!item) throw new Error(`The menu has no item '${wanted}'.`);
        item.click();
      }, id);
    },
    opened: () => main(() => (globalThis as unknown as Recorded).openedOutside),
    copied: () =>
      main(async ({ clipboard }) => {
        const [item] = await clipboard.read();
        const read = async (type: string) =>
          item?.types.includes(type) ? await ((await item.getType(type)) as Blob).text() : '';
        return { html: await read('text/html'), text: await read('text/plain') };
      }),
    secondStart: ({ library: other = library, files = [] } = {}) =>
      started.startAgain(['--settings', settings, '--library', other, ...files]),
    async quit() {
      await main(({ app }) => {
        setTimeout(() => app.quit(), 0);
      });
      return started.exited;
    },
    async discard() {
      await started.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** What is asked of a window that is still coming up would be lost on it. */
async function whenUp(started: Started): Promise<Started> {
  try {
    await started.page.locator('#root > *').first().waitFor({ state: 'attached', timeout: 30_000 });
    return started;
  } catch (error) {
    await started.kill();
    throw new Error(`The window did not come up.\n${started.output()}`, { cause: error });
  }
}

interface Recorded {
  openedOutside: string[];
}

/** A test must not start a browser or a file manager of the machine it runs on. */
export async function recordOpened(main: CallMain): Promise<void> {
  await main(({ shell }) => {
    const recorded = globalThis as unknown as Recorded;
    recorded.openedOutside = [];
    shell.openExternal = async (url) => {
      recorded.openedOutside.push(url);
    };
    shell.showItemInFolder = (path) => {
      recorded.openedOutside.push(path);
    };
  });
}

function writeSettings(folder: string, { preferences, size }: LaunchOptions): void {
  mkdirSync(folder, { recursive: true });
  const { width, height } = size ?? { width: 1280, height: 800 };
  const place = { bounds: { x: 0, y: 0, width, height }, maximized: false };
  writeFileSync(join(folder, 'window.json'), JSON.stringify(place));
  writeFileSync(
    join(folder, 'preferences.json'),
    JSON.stringify({ theme: 'light', ...preferences }),
  );
}
