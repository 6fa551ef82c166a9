import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SearchHit } from '#contract/essay.ts';
import type { SearchAnswer } from '#contract/search.ts';
import type { Ask } from '#renderer/studio.ts';
import type { Notices } from './notices.ts';

interface SearchState {
  readonly text: string;
  /** Null while nothing is searched for, or before the first answer. */
  readonly hits: readonly SearchHit[] | null;
  /** False while there may be more hits than these. */
  readonly complete: boolean;
  /** True while essays are still being read for the first time: what is not found yet may be there. */
  readonly reading: boolean;
  /** The row that keys move. */
  readonly cursor: number;
}

export interface Search {
  readonly store: StoreApi<SearchState>;
  /** Searches as the writer types; answers to older texts are dropped. */
  type(text: string): void;
  moveTo(cursor: number): void;
  clear(): void;
  /** Asks again for the same text, after the library changed. */
  refresh(): void;
}

/** As many as a tall window shows: what is asked for while the writer types on. */
const firstHits = 40;
const mostHits = 200;
/** Milliseconds after the last letter, or the last answer, until the hits that are missing are asked for. */
const pause = 400;

/** The library pane's search. */
export function createSearch(ask: Ask, notices: Notices): Search {
  const empty: SearchState = { text: '', hits: null, complete: false, reading: false, cursor: 0 };
  const store = createStore<SearchState>(() => empty);
  let asked = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  async function find(text: string): Promise<void> {
    const answer = await answerFor(text, firstHits);
    if (answer) show(text, answer, answer.hits.length < firstHits, 0);
  }

  /** Finds all there is to show, and keeps the row that keys are at. */
  async function findAll(text: string): Promise<void> {
    const answer = await answerFor(text, mostHits);
    if (answer) show(text, answer, true, store.getState().cursor);
  }

  /** Null when the question was overtaken or failed. */
  async function answerFor(text: string, limit: number): Promise<SearchAnswer | null> {
    clearTimeout(rest);
    const question = ++asked;
    const answer = await notices.attempt(() => ask('search.find', { text, limit }));
    return question === asked && answer ? answer : null;
  }

  function show(text: string, { hits, upToDate }: SearchAnswer, all: boolean, cursor: number) {
    const complete = all && upToDate;
    store.setState({
      hits,
      complete,
      reading: !upToDate,
      cursor: Math.min(cursor, Math.max(0, hits.length - 1)),
    });
    if (!complete) rest = setTimeout(() => void findAll(text), pause);
  }

  function clear(): void {
    clearTimeout(rest);
    asked++;
    store.setState(empty);
  }

  return {
    store,
    type(text) {
      if (text.trim() === '') {
        clear();
        store.setState({ text });
        return;
      }
      store.setState({ text });
      void find(text);
    },
    moveTo: (cursor) => store.setState({ cursor }),
    clear,
    refresh() {
      const { text } = store.getState();
      if (text.trim() !== '') void findAll(text);
    },
  };
}
