import { type ChangeSet, Text } from '@codemirror/state';
import type { Drawing } from '#contract/drawings.ts';
import type { Origin } from '#contract/essay.ts';
import { type ArticleFields, articleOpening } from '#markdown/article.ts';
import { imageBook, type ListedImage } from '#markdown/images/imageBook.ts';
import type { Heading, PagePatch, SourceEdit, Statistics } from '#markdown/types.ts';
import { afterPaint } from './afterPaint.ts';
import { createListeners } from './listeners.ts';
import type { Page, PagePictures } from './messages.ts';
import type { SourceClick } from './pageClicks.ts';
import { createPageFrame } from './pageFrame.ts';
import type { Held } from './pageScroll.ts';
import { createPageView, type PageView } from './pageView.ts';
import { openPageWorker, type PageNews } from './pageWorker.ts';
import { plainPage } from './plainPage.ts';
import { changesOf, mapLine } from './sourceEdits.ts';
import { startPageWorker } from './startPageWorker.ts';

export type PreviewState =
  /** The page is that of the text, or will be in a moment. */
  | { readonly kind: 'live'; readonly reason: '' }
  /** The page is being made, and it takes longer than usual. */
  | { readonly kind: 'busy'; readonly reason: string }
  /** The text cannot be rendered in time: its source is shown instead. */
  | { readonly kind: 'plain'; readonly reason: string };

interface PreviewEvents {
  outline: readonly Heading[];
  statistics: Statistics;
  /** The writer scrolled the page; not told when the studio did. */
  scroll: null;
  click: SourceClick;
  state: PreviewState;
  /** Sources of diagrams on the page that are not drawn. */
  undrawn: readonly string[];
  /** The text beside it shows what `edit` told. */
  textPainted: null;
}

export interface PreviewControl {
  /** Shows another essay's page from its top. Line breaks of any kind count as one character. */
  open(
    essay: ArticleFields & {
      readonly body: string;
      readonly origin?: Pick<Origin, 'images'> | null;
    },
  ): void;
  /** The images of the library, now and whenever there are others. */
  showImages(listed: readonly ListedImage[]): void;
  /** What diagrams were drawn as, by their sources: those that were told to be undrawn, and all before. */
  showDrawings(drawings: Readonly<Record<string, Drawing>>): void;
  /** The body changed. Edits are in ascending order, positions in the body before all of them. */
  edit(edits: readonly SourceEdit[]): void;
  /** The title or another field of the page's opening changed. */
  describe(fields: ArticleFields): void;
  /** The fractional source line at the top of the page; from -1 to 0 the page's header is there. */
  topLine(): number;
  /**
   * Puts a fractional source line at the top, and keeps it there while the page is filled in or changes its size.
   * For what else can be held, see `Held`.
   */
  scrollToLine(line: number, more?: Partial<Omit<Held, 'top'>>): void;
  focus(): void;
  on<E extends keyof PreviewEvents>(
    event: E,
    listener: (value: PreviewEvents[E]) => void,
  ): () => void;
  destroy(): void;
}

export interface PreviewOptions {
  /** The published page's stylesheet, as the export inlines it. */
  readonly style: string;
  /** An http, https or mailto link was followed. Nothing opens by itself. */
  readonly onLink: (url: string) => void;
}

/** The published page, live: rendered in a worker, shown in a frame without script, patched edit by edit. */
export function createPreview(parent: HTMLElement, options: PreviewOptions): PreviewControl {
  const listeners = createListeners<PreviewEvents>();
  const frame = createPageFrame(parent, options.style);
  const worker = openPageWorker(startPageWorker, hear);

  let fields: ArticleFields | null = null;
  let text = Text.empty;
  let pictures: PagePictures = { listed: [], addresses: {}, drawings: {} };
  let image = imageBook([]);
  let about: About = nothing;
  let state: PreviewState['kind'] = 'live';
  let view: PageView | null = null;
  /** What waits for the frame to load, or for the text to be painted. */
  let early: ShownNews[] = [];
  /** What was changed in the text and the worker does not know yet: it is told once the key's own work is done. */
  let untold: ChangeSet | null = null;
  /** Calls off the wait for the paint of the text that was changed last; null when it has been painted. */
  let textPaint: (() => void) | null = null;
  let held: Held = top;
  /** True once the essay opened last has been shown: what comes then is put beside what stands. */
  let shown = false;
  let frameAsked = 0;
  let followAsked = 0;
  /** What others are told of the page once it is painted: none of it is to keep the page waiting. */
  let untoldAbout: { outline: boolean; statistics: boolean } | null = null;
  let pagePaint: (() => void) | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  frame.onLoad((document) => {
    const again = view !== null;
    if (view) held = view.scroll.held();
    view?.destroy();
    view = createPageView(document, frame.element, held, () => text, {
      onScroll: () => listeners.tell('scroll', null),
      onPlace: (click) => listeners.tell('click', click),
      onLink: options.onLink,
    });
    if (again) reopen();
    showEarly();
  });

  /** Not at the key, whose own work comes first, and not as late as the letter's frame: its answer would miss the next more often. */
  function tellWorker(): void {
    const changes = untold;
    untold = null;
    if (changes) worker.edit(changes);
  }

  function textPainted(): void {
    textPaint = null;
    tellWorker();
    // Whoever scrolls the page then measures it, for which the frame that shows the change is soon enough.
    followAsked = requestAnimationFrame(() => listeners.tell('textPainted', null));
    showEarly();
  }

  function hear(news: PageNews): void {
    if (news.kind === 'undrawn') {
      listeners.tell('undrawn', news.sources);
      return;
    }
    clearTimeout(rest);
    // Laying out a whole source can take a while: once it is shown, what is typed in it shows after a pause.
    if (news.kind === 'plain' && state === 'plain')
      rest = setTimeout(() => showOrKeep(news), pause);
    else showOrKeep(news);
  }

  function showOrKeep(news: ShownNews): void {
    early.push(news);
    showEarly();
  }

  function showEarly(): void {
    if (!view || textPaint) return;
    for (const news of early.splice(0)) show(news, view);
  }

  function show(news: ShownNews, on: PageView): void {
    if (news.kind === 'busy') {
      setState({ kind: 'busy', reason: 'The page is being made.' });
      return;
    }
    if (news.kind === 'patch') {
      on.nodes.patch(news.patch);
      tellAbout(news.patch, on);
    } else {
      const page = news.kind === 'plain' ? plainPage(news.text) : news.page;
      on.nodes.show(page, shown);
      shown = true;
      tellAbout(page, on);
    }
    setState(news.kind === 'plain' ? plainState : { kind: 'live', reason: '' });
    // Once for all patches of a frame, where the layout is due anyway.
    cancelAnimationFrame(frameAsked);
    frameAsked = requestAnimationFrame(() => on.scroll.settle());
  }

  /** Without an outline, that of before holds. */
  function tellAbout({ outline, statistics }: Pick<PagePatch, keyof About>, on: PageView): void {
    const before = about;
    about = { outline: outline ?? before.outline, statistics };
    const isOutlined = outline !== null;
    const isCounted = before === nothing || !sameCounts(before.statistics, statistics);
    if (isOutlined || isCounted) describePage(on);
    untoldAbout = {
      outline: isOutlined || (untoldAbout?.outline ?? false),
      statistics: isCounted || (untoldAbout?.statistics ?? false),
    };
    pagePaint ??= afterPaint(pagePainted);
  }

  function pagePainted(): void {
    const told = untoldAbout;
    untoldAbout = null;
    pagePaint = null;
    if (told?.outline) listeners.tell('outline', about.outline);
    if (told?.statistics) listeners.tell('statistics', about.statistics);
  }

  function describePage({ nodes }: PageView): void {
    if (fields) nodes.open(articleOpening(fields, about.statistics, about.outline, image));
  }

  function setState(next: PreviewState): void {
    if (next.kind === state) return;
    state = next.kind;
    listeners.tell('state', next);
  }

  function hold(next: Held): void {
    held = next;
    view?.scroll.hold(next);
  }

  function setPictures(next: PagePictures): void {
    pictures = next;
    image = imageBook(next.listed, next.addresses);
  }

  function reopen(): void {
    clearTimeout(rest);
    about = nothing;
    shown = false;
    early = [];
    untold = null;
    pagePaint?.();
    pagePaint = null;
    untoldAbout = null;
    if (fields) worker.open(text, pictures);
  }

  return {
    open({ body, origin, ...next }) {
      fields = next;
      setPictures({ ...pictures, addresses: origin?.images ?? {} });
      text = Text.of(body.split(/\r\n?|\n/));
      // The page that still stands stays as it is until the next is there.
      held = top;
      view?.scroll.expect(top);
      reopen();
    },
    showImages(listed) {
      setPictures({ ...pictures, listed });
      if (fields) worker.showPictures(pictures);
      if (view) describePage(view);
    },
    showDrawings(drawings) {
      setPictures({ ...pictures, drawings });
      if (fields) worker.showPictures(pictures);
    },
    edit(edits) {
      const changes = changesOf(edits, text);
      const before = text;
      text = changes.apply(before);
      const now = view?.scroll.held() ?? held;
      held = { ...now, top: mapLine(now.top, changes, before, text) };
      view?.scroll.expect(held);
      untold = untold ? untold.compose(changes) : changes;
      if (textPaint) return;
      queueMicrotask(tellWorker);
      textPaint = afterPaint(textPainted);
    },
    describe(next) {
      fields = next;
      if (view) describePage(view);
    },
    topLine: () => view?.scroll.topLine() ?? held.top,
    scrollToLine: (line, more) => hold({ ...top, ...more, top: line }),
    focus: () => frame.element.contentWindow?.focus(),
    on: listeners.on,
    destroy() {
      cancelAnimationFrame(frameAsked);
      cancelAnimationFrame(followAsked);
      clearTimeout(rest);
      textPaint?.();
      pagePaint?.();
      worker.close();
      view?.destroy();
      listeners.clear();
      frame.element.remove();
    },
  };
}

type ShownNews = Exclude<PageNews, { readonly kind: 'undrawn' }>;

type About = Pick<Page, 'outline' | 'statistics'>;

function sameCounts(one: Statistics, other: Statistics): boolean {
  return one.words === other.words && one.characters === other.characters;
}

/** In ms. */
const pause = 400;

const top: Held = { top: -1, inView: null, nearEnd: 0 };
const nothing: About = { outline: [], statistics: { words: 0, characters: 0, minutes: 0 } };
const plainState: PreviewState = {
  kind: 'plain',
  reason:
    'This text takes too long to turn into a page, so its source is shown. Editing and saving go on as usual.',
};
