import type { Page } from '@playwright/test';

/** Where in a text to type. */
export const places = { start: 0, middle: 0.5, end: 1 } as const;
export type Place = keyof typeof places;

/** How long each key took, in ms. */
export interface KeyTimes {
  /** Until the text showed it. */
  readonly editor: number[];
  /** Of that, until the window had painted it: the rest is waiting for the screen. */
  readonly work: number[];
  /** Until the page beside it showed it; empty where there is none. */
  readonly page: number[];
}

/** Slower than this counts as this. */
const longestWait = 3_000;

interface Stopwatch {
  /** Waits for a key from now on. */
  arm: (wait: number) => void;
  /** Resolves when that key has been shown everywhere it is to be seen. */
  times: () => Promise<{ editor: number; work: number; page: number | null }>;
}

/** When a frame had been painted, and when a screen of 60 Hz shows it. */
interface Frame {
  readonly painted: number;
  readonly shown: number;
}

interface WithStopwatch {
  readonly stopwatch: Stopwatch;
}

/**
 * Puts a stopwatch into a window with a CodeMirror in it: from a key's event to the screen's next tick after the frame
 * with the change was painted. With `withPage` the preview's frame is watched as well.
 */
export async function watchKeys(window: Page, options: { readonly withPage: boolean }) {
  await window.evaluate(({ withPage }) => {
    const interval = 1000 / 60;
    const nextFrame = () =>
      new Promise<Frame>((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const painted = performance.now();
            // Without a screen Chromium paints at once when it was at rest; its ticks go on all the same.
            requestAnimationFrame((tick) => {
              const late = Math.max(0, Math.ceil((painted - tick) / interval));
              done({ painted, shown: tick + late * interval });
            });
          };
          port2.postMessage(null);
        });
      });
    let key = 0;
    let editorPainted: (() => unknown) | null = null;
    let pageChanged: (() => void) | null = null;
    addEventListener('keydown', (event) => (key = event.timeStamp), true);
    // Asked for before the text changes, the frame is seen before whatever the window does once it is painted.
    addEventListener('beforeinput', () => editorPainted?.(), true);
    if (withPage) {
      const frame = document.querySelector('iframe')!.contentDocument!;
      const changes = new MutationObserver((records) => {
        const isText = ({ target }: MutationRecord) =>
          !(target instanceof frame.defaultView!.Element ? target : target.parentElement)?.closest(
            'article > header',
          );
        if (records.some(isText)) pageChanged?.();
      });
      changes.observe(frame.body, { subtree: true, childList: true, characterData: true });
    }
    const inTime = <T>(time: Promise<T>, wait: number) =>
      Promise.race([time, new Promise<null>((late) => setTimeout(late, wait, null))]);
    let times: ReturnType<Stopwatch['times']>;
    const take = async (wait: number, editor: Promise<Frame>, page: Promise<Frame>) => {
      const text = await inTime(editor, wait);
      const beside = withPage ? await inTime(page, wait) : null;
      return {
        editor: (text?.shown ?? key + wait) - key,
        work: (text?.painted ?? key + wait) - key,
        page: withPage ? (beside?.shown ?? key + wait) - key : null,
      };
    };
    const stopwatch: Stopwatch = {
      arm(wait) {
        const editor = new Promise<Frame>((done) => {
          editorPainted = () => nextFrame().then(done);
        });
        const page = new Promise<void>((done) => (pageChanged = done)).then(nextFrame);
        times = take(wait, editor, page);
      },
      times: () => times,
    };
    Object.assign(globalThis, { stopwatch });
  }, options);
}

/** Types letters into a paragraph at a place of the text, each after the one before was shown and about as fast as a quick writer does: eight in a second. */
export async function typeAt(window: Page, place: Place, keys: number): Promise<KeyTimes> {
  await putCaret(window, place);
  const times: KeyTimes = { editor: [], work: [], page: [] };
  for (let at = 0; at < keys; at++) {
    await window.evaluate((wait) => {
      (globalThis as unknown as WithStopwatch).stopwatch.arm(wait);
    }, longestWait);
    await window.keyboard.press(letters[at % letters.length]!);
    const { editor, work, page } = await window.evaluate(() =>
      (globalThis as unknown as WithStopwatch).stopwatch.times(),
    );
    times.editor.push(editor);
    times.work.push(work);
    if (page !== null) times.page.push(page);
    await window.waitForTimeout(60 + Math.random() * 80);
  }
  return times;
}

/** Types so many keys at each place of the text. */
export async function typeEverywhere(window: Page, keys: number): Promise<KeyTimes> {
  const parts: KeyTimes[] = [];
  for (const place of Object.keys(places) as Place[]) parts.push(await typeAt(window, place, keys));
  return together(parts);
}

/** The times of all parts, in their order. */
export function together(parts: readonly KeyTimes[]): KeyTimes {
  return {
    editor: parts.flatMap((part) => part.editor),
    work: parts.flatMap((part) => part.work),
    page: parts.flatMap((part) => part.page),
  };
}

const letters = 'thequickbrownfoxjumpsoverthelazydog';

/** Scrolls to a place of the text and clicks into the first plain paragraph in view there. */
export async function putCaret(window: Page, place: Place): Promise<void> {
  await scrollTo(window, places[place]);
  for (let tries = 0; tries < 60; tries++) {
    const point = await window.evaluate(findProse);
    if (point) {
      await window.mouse.click(point.x, point.y);
      await window.waitForTimeout(400);
      return;
    }
    await window.evaluate(
      (direction) => {
        const scroller = document.querySelector('.cm-scroller')!;
        scroller.scrollTop += direction * scroller.clientHeight * 0.6;
      },
      place === 'end' ? -1 : 1,
    );
    await window.waitForTimeout(120);
  }
  throw new Error(`There is no paragraph to type into at the ${place}.`);
}

/** The heights of what was never in view are guesses: scrolling is repeated until it stays. */
async function scrollTo(window: Page, part: number): Promise<void> {
  for (let tries = 0; tries < 4; tries++) {
    await window.evaluate((to) => {
      const scroller = document.querySelector('.cm-scroller')!;
      // The studio leaves room below the last line.
      const content = document.querySelector('.cm-content')!;
      const room = Number.parseFloat(getComputedStyle(content).paddingBottom);
      const last = scroller.scrollHeight - room - scroller.clientHeight;
      scroller.scrollTop = Math.max(0, last) * to;
    }, part);
    await window.waitForTimeout(120);
  }
}

/** A point in the middle of a row of unmarked words, well within view. */
function findProse(): { x: number; y: number } | null {
  const box = document.querySelector('.cm-scroller')!.getBoundingClientRect();
  for (const line of document.querySelectorAll('.cm-line')) {
    if (!/^[A-Z][\p{L}’']* /u.test(line.textContent ?? '')) continue;
    for (const node of line.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
      if (!/^[^`*_[\]<>|#]{30,}$/.test(text)) continue;
      const range = document.createRange();
      const middle = Math.min(20, text.length / 2);
      range.setStart(node, middle);
      range.setEnd(node, middle + 1);
      const { left, top, bottom } = range.getBoundingClientRect();
      if (top > box.top + 40 && bottom < box.bottom - 40) return { x: left, y: (top + bottom) / 2 };
    }
  }
  return null;
}
