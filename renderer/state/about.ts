import { createStore, type StoreApi } from 'zustand/vanilla';
import type { About, Newest } from '#contract/about.ts';
import { type Failure, toFailure } from '#contract/errors.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Exchange } from './exchange.ts';
import type { Notices } from './notices.ts';

interface AboutState {
  /** Null until it was asked for. */
  readonly about: About | null;
  readonly looking: 'not yet' | 'now' | Newest | Failure;
}

/** What the studio is, and whether there is a newer one. */
export interface AboutStudio {
  readonly store: StoreApi<AboutState>;
  load(): Promise<void>;
  /** Asks for a newer version, now that the writer wants to know. */
  look(): void;
  openPage(page: string): void;
}

export function createAbout(
  ask: Ask,
  listen: Listen,
  exchange: Pick<Exchange, 'openLink'>,
  notices: Notices,
): AboutStudio {
  const store = createStore<AboutState>(() => ({ about: null, looking: 'not yet' }));

  async function load(): Promise<void> {
    if (store.getState().about === null) store.setState({ about: await ask('about.read') });
  }

  async function look(): Promise<void> {
    if (store.getState().looking === 'now') return;
    store.setState({ looking: 'now' });
    try {
      store.setState({ looking: await ask('updates.look') });
    } catch (thrown) {
      store.setState({ looking: toFailure(thrown) });
    }
  }

  listen('updates.found', (newest) => {
    store.setState({ looking: newest });
    notices.say(`Longhand ${newest.version} is out.`, {
      label: 'Read about it',
      run: () => exchange.openLink(newest.page),
    });
  });

  return {
    store,
    load: async () => {
      await notices.attempt(load);
    },
    look: () => void look(),
    openPage: exchange.openLink,
  };
}
