import { Text } from '@codemirror/state';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { failureWords } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { VersionName } from '#contract/history.ts';
import { findInPast, type PastHit } from '#renderer/history/findInPast.ts';
import { openPast, type PastLoader } from '#renderer/history/loadPast.ts';
import { whenWords } from '#renderer/history/momentWords.ts';
import type { Past } from '#renderer/history/past.ts';
import { playOn, type Speed } from '#renderer/history/playing.ts';
import { type Session, sessionAt, sessionsOf } from '#renderer/history/sessions.ts';
import { createPastPanes, type PastPanes } from '#renderer/history/showPast.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Desk } from './desk.ts';
import type { Notices } from './notices.ts';
import { countSessions, type SessionWords } from './pastWords.ts';

/** A text to compare: that of the moment shown, of now, before the moment's session, of the beginning, or of a moment. */
export type Compared = 'shown' | 'now' | 'session' | 'beginning' | `${number}`;

interface Comparison {
  readonly from: Compared;
  readonly to: Compared;
  readonly look: 'inline' | 'sides';
}

export interface HistoryState {
  /** The essay whose history is open; null while the writer writes. */
  readonly essay: { readonly id: EssayId; readonly title: string } | null;
  /** Entries read of all there are; null once all are. */
  readonly loading: { readonly done: number; readonly all: number } | null;
  /** Why the history cannot be read, or not further; '' when it can. */
  readonly problem: string;
  /** Its moments grow while it is open; `moments` tells how many there are. */
  readonly past: Past | null;
  readonly moments: number;
  readonly sessions: readonly Session[];
  /** By the session's first moment, as far as they are counted. */
  readonly words: ReadonlyMap<number, SessionWords>;
  /** The moment shown. */
  readonly at: number;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly comparison: Comparison | null;
  readonly sought: string;
  /** Where it came in and went, the newest first; null while nothing is sought. */
  readonly hits: readonly PastHit[] | null;
  /** Whether every change was looked at. */
  readonly allSought: boolean;
  /** The text selected in the past; '' when none is. */
  readonly selected: string;
}

export interface HistoryOfEssay extends Pick<PastPanes, 'attachView' | 'attachPage'> {
  readonly store: StoreApi<HistoryState>;
  /** Saves what is unsaved, then opens the history of the essay on the desk. */
  readonly open: () => void;
  /** Goes back to writing, where it was left. */
  readonly close: () => void;
  readonly goTo: (moment: number) => void;
  /** To the end of a session, so many of them on. */
  readonly goBySession: (by: 1 | -1) => void;
  readonly play: (on: boolean) => void;
  readonly setSpeed: (speed: Speed) => void;
  /** Null shows the text itself. */
  readonly compare: (comparison: Partial<Comparison> | null) => void;
  readonly find: (text: string) => void;
  readonly select: (text: string) => void;
  /** Makes the text of the moment shown that of the essay, as a change like any other, and goes back to writing. */
  readonly bringBack: () => void;
  /** Puts what is selected in the past where the writer was, and goes back to writing. */
  readonly insertSelected: () => void;
  /** Gives the essay as it is now a name. */
  readonly name: (version: VersionName) => Promise<void>;
}

const closed: HistoryState = {
  essay: null,
  loading: null,
  problem: '',
  past: null,
  moments: 0,
  sessions: [],
  words: new Map(),
  at: 0,
  playing: false,
  speed: 16,
  comparison: null,
  sought: '',
  hits: null,
  allSought: true,
  selected: '',
};

/** The history of the essay on the desk, and the moment of it that is looked at. */
export function createHistory(
  ask: Ask,
  listen: Listen,
  desk: Desk,
  notices: Notices,
): HistoryOfEssay {
  const store = createStore<HistoryState>(() => closed);
  const panes = createPastPanes();
  let loader: PastLoader | null = null;
  let frame = 0;
  let search = 0;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;

  desk.store.subscribe(({ essay }) => {
    const open = store.getState().essay;
    if (open && essay?.id !== open.id) leave();
  });
  listen('library.changedElsewhere', () => {
    if (store.getState().past) void readOn();
  });

  async function open(): Promise<void> {
    const { essay } = desk.store.getState();
    if (!essay || store.getState().essay) return;
    const { id, title } = essay;
    await desk.saveAll();
    if (desk.store.getState().essay?.id !== id) return;
    loader = openPast(ask, id);
    store.setState({ ...closed, essay: { id, title }, loading: { done: 0, all: essay.revision } });
    panes.open(desk.text(), essay);
    await readOn();
  }

  /** Reads what there is to read; who was at the end stays at the end. */
  async function readOn(): Promise<void> {
    const reader = loader;
    if (!reader) return;
    const before = store.getState();
    const failure = await reader.readOn((done, all) => {
      if (reader === loader && !before.past) store.setState({ loading: { done, all } });
    });
    if (reader !== loader) return;
    const { past } = reader;
    const { length } = past.moments;
    const sessions = sessionsOf(past.moments);
    const problem = failure ? failureWords(failure) : '';
    store.setState({ loading: null, past, moments: length, sessions, problem });
    if (length === 0) return;
    const { at } = store.getState();
    show(before.past && at < before.moments - 1 ? at : length - 1);
    const { words } = store.getState();
    void countSessions(
      past,
      sessions,
      words,
      (counts) => store.setState((state) => ({ words: new Map([...state.words, ...counts]) })),
      () => reader === loader,
    );
  }

  function leave(): void {
    loader?.stop();
    loader = null;
    search++;
    clearTimeout(searchTimer);
    cancelAnimationFrame(frame);
    panes.clear();
    store.setState({ ...closed, speed: store.getState().speed });
  }

  function close(): void {
    leave();
    desk.resume();
  }

  /** Goes back to writing, changes the text there once it is in view again, and says so. */
  function backIn(said: string, change: () => boolean): void {
    close();
    requestAnimationFrame(() => {
      if (change()) notices.say(said, { label: 'Undo', run: () => desk.edit('undo') });
    });
  }

  function show(moment: number): void {
    const { past, sought } = store.getState();
    if (!past) return;
    const at = Math.max(0, Math.min(moment, past.moments.length - 1));
    panes.show(past, at, sought);
    store.setState({ at });
  }

  function goTo(moment: number): void {
    play(false);
    show(moment);
  }

  function play(on: boolean): void {
    cancelAnimationFrame(frame);
    const { past, at, playing } = store.getState();
    if (!past || on === playing) return;
    store.setState({ playing: on });
    if (!on) return;
    if (at >= past.moments.length - 1) show(0);
    let before = performance.now();
    let left = 0;
    const rest = prefersStillness() ? stillRest : 0;
    const turn = () => {
      frame = requestAnimationFrame(turn);
      const now = performance.now();
      if (now - before < rest) return;
      const { at: moment, speed } = store.getState();
      // A window that was hidden does not catch up.
      const time = left + Math.min(now - before, Math.max(rest, longestFrame)) * speed;
      before = now;
      const next = playOn(past.moments, moment, time);
      left = next.left;
      if (next.moment !== moment) show(next.moment);
      if (next.moment >= past.moments.length - 1) play(false);
    };
    frame = requestAnimationFrame(turn);
  }

  async function seek(text: string): Promise<void> {
    const question = ++search;
    const { past } = store.getState();
    if (!past || text === '') return;
    const newestFirst = (hits: readonly PastHit[]) => hits.toReversed();
    const isWanted = () => question === search;
    const hits = await findInPast(past, text, {
      onHits: (found) => isWanted() && store.setState({ hits: newestFirst(found) }),
      isWanted,
    });
    if (isWanted()) store.setState({ hits: newestFirst(hits), allSought: true });
  }

  return {
    store,
    attachView: panes.attachView,
    attachPage: panes.attachPage,
    open: () => void notices.attempt(open),
    close,
    goTo,
    goBySession(by) {
      const { sessions, at } = store.getState();
      const place = sessionAt(sessions, at);
      const here = sessions[place];
      if (!here) return;
      if (by > 0) goTo(at < here.last ? here.last : (sessions[place + 1]?.last ?? at));
      else goTo(sessions[place - 1]?.last ?? 0);
    },
    play,
    setSpeed: (speed) => store.setState({ speed }),
    compare(change) {
      const { comparison, at, moments } = store.getState();
      if (!change) return store.setState({ comparison: null });
      // The text of now has nothing to be compared with but what was before.
      const usual: Comparison =
        at === moments - 1
          ? { from: 'session', to: 'shown', look: 'inline' }
          : { from: 'shown', to: 'now', look: 'inline' };
      store.setState({ comparison: { ...(comparison ?? usual), ...change } });
    },
    find(text) {
      search++;
      clearTimeout(searchTimer);
      const sought = text.trim() === '' ? '' : text;
      store.setState(sought === '' ? { sought, hits: null } : { sought, allSought: false });
      show(store.getState().at);
      searchTimer = setTimeout(() => void seek(sought), searchRest);
    },
    select(selected) {
      if (selected !== store.getState().selected) store.setState({ selected });
    },
    bringBack() {
      const { past, at } = store.getState();
      if (!past) return;
      const when = whenWords(past.moments[at]!.at);
      const text = past.text(at);
      if (text.eq(past.text(past.moments.length - 1))) {
        notices.say(`The text of ${when} is the one that stands now.`);
        return;
      }
      backIn(`The text of ${when} is back. What stood here is in the history.`, () =>
        desk.restore(text),
      );
    },
    insertSelected() {
      const { selected } = store.getState();
      if (selected === '') return;
      backIn('The passage is back, at the cursor.', () => desk.insertRestored(selected));
    },
    async name(version) {
      const { essay } = desk.store.getState();
      if (!essay) return;
      await desk.saveAll();
      await ask('history.name', essay.id, version);
      if (store.getState().past) await readOn();
      else notices.say(`This version is named “${version.name}”. The history shows it.`);
    },
  };
}

/** The moment a comparison means, -1 for the nothing before the first. */
export function comparedMoment(
  compared: Compared,
  { at, moments, sessions }: HistoryState,
): number {
  switch (compared) {
    case 'shown':
      return at;
    case 'now':
      return moments - 1;
    case 'beginning':
      return 0;
    case 'session':
      return (sessions[sessionAt(sessions, at)]?.first ?? 0) - 1;
    default:
      return Number(compared);
  }
}

/** The text of a moment that is compared. */
export function comparedText(past: Past, moment: number): Text {
  return moment < 0 ? Text.empty : past.text(moment);
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** In ms. */
const longestFrame = 100;
/** Where motion is unwanted, what is played moves on so often, in ms. */
const stillRest = 500;
const searchRest = 150;
