import type { ChangeSet, Text } from '@codemirror/state';
import type { EssayFields } from '#contract/essay.ts';
import type { PreviewControl } from '#renderer/preview/createPreview.ts';
import { lastChangedLine, type ScrollSync, syncScroll } from '#renderer/preview/scrollSync.ts';
import { sourceEdits } from '#renderer/preview/sourceEdits.ts';
import { changeBetween, changeOf } from './changeBetween.ts';
import { lineDifference } from './lineDifference.ts';
import { oncePerFrame } from './oncePerFrame.ts';
import type { Past } from './past.ts';
import type { PastView } from './pastView.ts';
import { whenAtRest } from './whenAtRest.ts';

/** A text of the past and its page, as far as they are there, showing one moment and scrolling as one. */
export interface PastPanes {
  /** Takes a view, whose scrolling is told by `onScroll`, until the function returned is called. */
  readonly attachView: (view: PastView, onScroll: Listen) => () => void;
  readonly attachPage: (page: PreviewControl) => () => void;
  /** Shows a text that no moment is known for yet. */
  readonly open: (text: Text, fields: EssayFields) => void;
  /**
   * Shows a moment: its text at once, or of several in a frame the last one with it. What changed is brought into view
   * with it, or where the slider runs over many changes, every so often; the page follows a little later.
   */
  readonly show: (past: Past, moment: number, found: string) => void;
  readonly clear: () => void;
}

type Listen = (listener: () => void) => () => void;

/** The page follows a few changes this often, in ms. */
const pageRest = 100;
/** A page that becomes another altogether takes longer to lay out than a step may: it waits for the slider to rest, */
const sliderRest = 240;
/** but not for ever. */
const longestRest = 3_000;
/** Changes that count as a few. */
const few = 64;
/** Over many changes what changed last is brought into view when the slider rests this long, in ms, */
const placeRest = 180;
/** and else this often: at each step nobody could read, and drawing another place takes longest of all. */
const placeEvery = 2_000;

export function createPastPanes(): PastPanes {
  let view: { readonly control: PastView; readonly onScroll: Listen } | null = null;
  let page: PreviewControl | null = null;
  let sync: ScrollSync | null = null;
  let tellEdit: ((edit: { changes: ChangeSet; text: Text }) => void) | null = null;
  let opened: { readonly text: Text; readonly fields: EssayFields } | null = null;
  /** What the panes show; null while they show what was opened. */
  let shown: Shown | null = null;
  let onPage: Shown | null = null;
  let pageTimer: ReturnType<typeof setTimeout> | undefined;
  let pageAt = 0;
  let pageAsked = 0;
  let ranAt = Number.NEGATIVE_INFINITY;
  const moments = oncePerFrame(showMoment);
  const placing = whenAtRest({ rest: placeRest, longest: placeEvery }, bringIntoView);

  function tie(): void {
    sync?.stop();
    sync = null;
    tellEdit = null;
    if (!view || !page) return;
    const { control, onScroll } = view;
    const pane = {
      topLine: control.topLine,
      nearEnd: control.nearEnd,
      scrollToLine: control.scrollToLine,
      on: (event: 'scroll' | 'edit', listener: never) => {
        if (event === 'scroll') return onScroll(listener as () => void);
        tellEdit = listener;
        return () => {
          tellEdit = null;
        };
      },
    };
    sync = syncScroll(pane, page);
  }

  function openIn(parts: { readonly view?: boolean; readonly page?: boolean }): void {
    if (!opened) return;
    const { text, fields } = opened;
    if (parts.view) view?.control.open(text, fields);
    if (parts.page) page?.open({ ...fields, body: text.toString() });
  }

  function showMoment(next: Shown): void {
    // At first the text stands as it was left; only what is gone to is brought into view.
    if (shown) showInView(next, isFollowed(shown, next));
    else showInView(next, false);
    shown = next;
    pageSoon();
  }

  /** Whether a step is followed at once. One over many changes is, unless it comes upon another. */
  function isFollowed(from: Shown, to: Shown): boolean {
    const now = performance.now();
    const isFar = from.past !== to.past || Math.abs(from.moment - to.moment) > few;
    const isRunning = isFar && now - ranAt < placeRest;
    if (isFar) ranAt = now;
    if (isRunning) placing.ask();
    else placing.stop();
    return !isRunning;
  }

  function bringIntoView(): void {
    if (shown) showInView(shown, true);
  }

  function showInView(next: Shown, follow: boolean): void {
    if (!view) return;
    const { control } = view;
    const { past, moment, found } = next;
    const changes =
      shown?.past === past
        ? changeBetween(past, shown.moment, moment)
        : lineDifference(control.text(), past.text(moment));
    control.show(changes, { change: atHand(past, moment), found, follow });
  }

  function showOnPage(): void {
    clearTimeout(pageTimer);
    pageTimer = undefined;
    if (!page || !shown || !opened || onPage === shown) return;
    pageAt = performance.now();
    const { past, moment } = shown;
    const text = past.text(moment);
    const changes =
      onPage?.past === past
        ? changeBetween(past, onPage.moment, moment)
        : lineDifference(opened.text, text);
    const fields = past.fields(moment);
    if (!onPage || past.fields(onPage.moment) !== fields) page.describe(fields);
    onPage = shown;
    if (changes.empty) return;
    page.edit(sourceEdits(changes));
    const own = atHand(past, moment);
    const line = own && lastChangedLine(own, text);
    if (line !== null) tellEdit?.({ changes: own ?? changes, text });
    else page.scrollToLine(view?.control.topLine() ?? 0);
  }

  function pageSoon(): void {
    const now = performance.now();
    if (pageTimer === undefined) pageAsked = now;
    const isNear =
      onPage !== null &&
      shown?.past === onPage.past &&
      Math.abs(onPage.moment - shown.moment) <= few;
    if (isNear && pageTimer !== undefined) return;
    clearTimeout(pageTimer);
    const wait = isNear
      ? pageAt + pageRest - now
      : Math.min(sliderRest, pageAsked + longestRest - now);
    pageTimer = setTimeout(showOnPage, Math.max(16, wait));
  }

  return {
    attachView(control, onScroll) {
      view = { control, onScroll };
      openIn({ view: true });
      if (shown) {
        const now = shown;
        shown = null;
        showInView(now, true);
        shown = now;
      }
      tie();
      return () => {
        view = null;
        tie();
      };
    },
    attachPage(control) {
      page = control;
      onPage = null;
      openIn({ page: true });
      if (shown) pageSoon();
      tie();
      return () => {
        page = null;
        tie();
      };
    },
    open(text, fields) {
      opened = { text, fields };
      shown = null;
      onPage = null;
      openIn({ view: true, page: true });
    },
    show: (past, moment, found) => moments.draw({ past, moment, found }),
    clear() {
      moments.stop();
      placing.stop();
      clearTimeout(pageTimer);
      pageTimer = undefined;
      opened = null;
      shown = null;
      onPage = null;
    },
  };
}

interface Shown {
  readonly past: Past;
  readonly moment: number;
  /** A text that is marked wherever it stands; '' for none. */
  readonly found: string;
}

/** The change that a moment consists of; null when it is none of the text. */
function atHand(past: Past, moment: number): ChangeSet | null {
  const step = past.moments[moment];
  if (step?.kind !== 'text') return null;
  let length = past.text(moment).length;
  for (let at = 0; at < step.edits.length; at += 3) {
    length += (step.edits[at + 1] as number) - (step.edits[at + 2] as string).length;
  }
  return changeOf(step.edits, length);
}
