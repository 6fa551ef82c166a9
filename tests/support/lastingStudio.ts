import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { defaultPreferences, type Preferences } from '#contract/preferences.ts';
import { takeOverDialogs } from './dialogs.ts';
import { type LaunchOptions, launchStudio, recordOpened, type Studio } from './studio.ts';

export interface OpenOptions {
  /** The library to open; an empty one when not said. */
  readonly library?: string;
  /** What the writer has set. Two panes and light when not said. */
  readonly preferences?: Partial<Preferences>;
}

/**
 * A studio that goes on from test to test, for those that ask nothing of its start: each gets another library, a window
 * that was loaded anew, the preferences it asks for and no answers left over. A test that reaches into the main
 * process, or ends it, has the next one get a new studio.
 */
export interface LastingStudio {
  readonly open: (options?: OpenOptions) => Promise<Studio>;
  /** Has the next test get a new one. */
  readonly spoil: () => void;
  readonly discard: () => Promise<void>;
}

const size = { width: 1280, height: 800 };

export function lastingStudio(engine: LaunchOptions['engine']): LastingStudio {
  const folder = mkdtempSync(join(tmpdir(), 'longhand-'));
  let libraries = 0;
  let studio: Studio | null = null;
  let isSpoilt = false;

  async function ready(library: string, preferences: Partial<Preferences>): Promise<Studio> {
    if (studio !== null && !isSpoilt) {
      const opened = await openAnew(studio, library, preferences).catch(() => null);
      if (opened) return opened;
    }
    await studio?.discard();
    studio = null;
    const started = await launchStudio({
      ...(engine ? { engine } : {}),
      library,
      preferences,
      size,
    });
    isSpoilt = false;
    void started.exited.then(() => {
      if (studio === started) isSpoilt = true;
    });
    studio = started;
    return studio;
  }

  return {
    async open({
      library = join(folder, `${libraries++}`, 'Library.longhand'),
      preferences = {},
    } = {}) {
      mkdirSync(dirname(library), { recursive: true });
      const opened = await ready(library, preferences);
      const spoiling =
        <A extends unknown[], R>(does: (...args: A) => R) =>
        (...args: A): R => {
          isSpoilt = true;
          return does(...args);
        };
      return {
        ...opened,
        main: spoiling(opened.main) as Studio['main'],
        quit: spoiling(opened.quit),
        kill: spoiling(opened.kill),
        startAgain: spoiling(opened.startAgain),
        secondStart: ({ library: other = library, files = [] } = {}) =>
          opened.secondStart({ library: other, files }),
      };
    },
    spoil() {
      isSpoilt = true;
    },
    async discard() {
      await studio?.discard();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Opens a library in a studio that runs, as a second start on it does, and leaves nothing of what was before. */
async function openAnew(
  studio: Studio,
  library: string,
  preferences: Partial<Preferences>,
): Promise<Studio> {
  const { page, main } = studio;
  const dialogs = await takeOverDialogs(main);
  await recordOpened(main);
  forget(page);
  await page.setViewportSize(size);
  await page.mouse.move(0, 0);
  const { backupFolder, ...usual } = defaultPreferences;
  const wanted = { ...usual, theme: 'light', ...preferences } as const;
  const colorScheme = wanted.theme === 'system' ? null : wanted.theme;
  await page.emulateMedia({ reducedMotion: null, colorScheme });
  await page.evaluate(async (patch) => {
    await window.studio['preferences.change'](patch);
    localStorage.clear();
    Object.assign(window, { isOfAnEarlierTest: true });
  }, wanted);
  await main(({ app }, handedOver) => void app.emit('second-instance', {}, [], '', handedOver), {
    library,
    settings: null,
    files: [],
  });
  await page.waitForFunction(
    () => !('isOfAnEarlierTest' in window) && document.querySelector('#root > *') !== null,
    undefined,
    { timeout: 20_000 },
  );
  const found = await page.evaluate(async () => ({
    status: await window.studio['library.status'](),
    preferences: await window.studio['preferences.read'](),
  }));
  expect(found.status).toMatchObject({ value: { path: library } });
  expect(found.preferences).toMatchObject({ value: { ...wanted, backupFolder } });
  return { ...studio, ...dialogs, library };
}

/** What an earlier test listened to. */
function forget(page: Page): void {
  const events = [
    'request',
    'response',
    'console',
    'dialog',
    'download',
    'framenavigated',
  ] as const;
  for (const event of [...events, 'pageerror', 'popup'] as const) page.removeAllListeners(event);
}
