import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SearchHit } from '#contract/essay.ts';
import type { Ask } from '#renderer/studio.ts';
import type { Notices } from './notices.ts';

interface SearchState {
  readonly text: string;
  /** Null while nothing is searched for, or before the first answer. */
  readonly hits: readonly SearchHit[] | null;
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

const limit = 200;

/** The library pane's search. */
export function createSearch(ask: Ask, notices: Notices): Search {
  const empty: SearchState = { text: '', hits: null, cursor: 0 };
  const store = createStore<SearchState>(() => empty);
  let asked = 0;

  async function find(text: string, keepCursor: boolean): Promise<void> {
    const question = ++asked;
    const hits = await notices.attempt(() => ask('search.find', { text, limit }));
    if (question !== asked || !hits) return;
    store.setState(({ cursor }) => ({
      hits,
      cursor: keepCursor ? Math.min(cursor, Math.max(0, hits.length - 1)) : 0,
    }));
  }

  function clear(): void {
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
      void find(text, false);
    },
    moveTo: (cursor) => store.setState({ cursor }),
    clear,
    refresh() {
      const { text } = store.getState();
      if (text.trim() !== '') void find(text, true);
    },
  };
}
