import type { ChangeSet, Text } from '@codemirror/state';
import type { PagePatch } from '#markdown/types.ts';
import type { Page, PageAnswer, PagePictures, PageRequest } from './messages.ts';
import { sourceEdits } from './sourceEdits.ts';

/** What is used of a `Worker`; whoever starts one passes the listeners in. */
interface WorkerPort {
  send(request: PageRequest): void;
  kill(): void;
}
export type StartWorker = (
  onAnswer: (answer: PageAnswer) => void,
  onCrash: (reason: string) => void,
) => WorkerPort;

/** What to show next. A patch always follows the page or patch told before it. */
export type PageNews =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'patch'; readonly patch: PagePatch }
  | { readonly kind: 'busy' }
  /** Diagrams of the page that comes next are not drawn. */
  | { readonly kind: 'undrawn'; readonly sources: readonly string[] }
  | { readonly kind: 'plain'; readonly text: Text };

export interface PageWorker {
  /** Another text takes the place of the one before; what was under way for that is dropped. */
  open(text: Text, pictures?: PagePictures): void;
  /** Other pictures are at hand: the text is read again. */
  showPictures(pictures: PagePictures): void;
  /** The text changes. Changes that come while the worker is at work are told to it as one. */
  edit(changes: ChangeSet): void;
  close(): void;
}

const noPictures: PagePictures = { listed: [], addresses: {}, drawings: {} };

const busyAfter = 300;
const loadingBudget = 20_000;
const supersededBudget = 200;
const strikesAllowed = 2;
/** A text that could not be rendered is tried again once this many characters of it have changed. */
const charactersUntilRetry = 64;

/**
 * Keeps one worker rendering the text. A worker that does not answer within its budget is killed and started again
 * with the whole text; after two kills in a row, or when its page is unfit to be shown, the text is told as plain
 * until enough of it has changed.
 */
export function openPageWorker(start: StartWorker, tell: (news: PageNews) => void): PageWorker {
  let text: Text | null = null;
  let pictures = noPictures;
  let port: WorkerPort | null = null;
  let ready = false;
  let version = 0;
  let asked: { readonly request: PageRequest; readonly superseded: boolean } | null = null;
  /** True while the worker holds the text as it was before `waiting`. */
  let inStep = false;
  let waiting: ChangeSet | null = null;
  let strikes = 0;
  let plain: { changed: number } | null = null;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let busy: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    if (asked || !text) return;
    if (plain && plain.changed < charactersUntilRetry) return;
    if (inStep && !waiting) return;
    version += 1;
    const request: PageRequest =
      inStep && waiting
        ? { kind: 'edit', version, edits: sourceEdits(waiting) }
        : { kind: 'open', version, source: text.toString(), pictures };
    waiting = null;
    inStep = true;
    asked = { request, superseded: false };
    if (!plain) busy = setTimeout(() => tell({ kind: 'busy' }), busyAfter);
    if (!port) port = startWorker();
    if (ready) send(request);
    else giveTime(loadingBudget);
  }

  function send(request: PageRequest): void {
    port?.send(request);
    giveTime(budget(request.kind, text?.length ?? 0));
  }

  function startWorker(): WorkerPort {
    ready = false;
    const started: WorkerPort = start(
      (answer) => {
        if (started === port) hear(answer);
      },
      () => {
        if (started === port) strike();
      },
    );
    return started;
  }

  function hear(answer: PageAnswer): void {
    if (answer.kind === 'ready') {
      ready = true;
      if (asked) send(asked.request);
      return;
    }
    if (answer.version !== asked?.request.version) return;
    if (answer.kind === 'undrawn') {
      if (!asked.superseded) tell({ kind: 'undrawn', sources: answer.sources });
      return;
    }
    if (asked.superseded) {
      settle();
      ask();
      return;
    }
    if (answer.kind === 'failed') {
      strike();
      return;
    }
    settle();
    if (answer.kind === 'unfit') {
      giveUp();
      return;
    }
    strikes = 0;
    plain = null;
    tell(answer.kind === 'page' ? { kind: 'page', page: answer.page } : answer);
    ask();
  }

  /** The worker took too long, or broke. */
  function strike(): void {
    const superseded = asked?.superseded ?? false;
    stopWorker();
    if (!superseded) strikes += plain ? strikesAllowed : 1;
    if (strikes >= strikesAllowed) giveUp();
    ask();
  }

  /** Tells the text as plain, until enough of it has changed. */
  function giveUp(): void {
    if (!text) return;
    strikes = 0;
    plain = { changed: 0 };
    inStep = false;
    waiting = null;
    tell({ kind: 'plain', text });
  }

  function stopWorker(): void {
    settle();
    port?.kill();
    port = null;
    inStep = false;
    waiting = null;
  }

  function settle(): void {
    clearTimeout(deadline);
    clearTimeout(busy);
    asked = null;
  }

  function giveTime(milliseconds: number): void {
    clearTimeout(deadline);
    // An answer may already stand in line behind a busy window: it gets one more turn before the worker is given up.
    deadline = setTimeout(() => {
      deadline = setTimeout(strike, 50);
    }, milliseconds);
  }

  return {
    open(next, withPictures = noPictures) {
      text = next;
      pictures = withPictures;
      strikes = 0;
      plain = null;
      inStep = false;
      waiting = null;
      if (asked && !asked.superseded) {
        asked = { request: asked.request, superseded: true };
        if (ready) giveTime(supersededBudget);
      }
      ask();
    },
    showPictures(next) {
      pictures = next;
      inStep = false;
      waiting = null;
      ask();
    },
    edit(changes) {
      if (!text) return;
      text = changes.apply(text);
      waiting = waiting ? waiting.compose(changes) : changes;
      if (plain) {
        plain.changed += charactersIn(changes);
        waiting = null;
        inStep = false;
        tell({ kind: 'plain', text });
      }
      ask();
    },
    close() {
      text = null;
      stopWorker();
    },
  };
}

/** Generous on purpose: a page that is late is better than none, and typing does not wait for it. */
function budget(kind: PageRequest['kind'], characters: number): number {
  const megabytes = characters / 1_000_000;
  return kind === 'open' ? 3000 + 3000 * megabytes : 1500 + 1500 * megabytes;
}

function charactersIn(changes: ChangeSet): number {
  let characters = 0;
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    characters += to - from + inserted.length;
  });
  return characters;
}
