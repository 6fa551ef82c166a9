import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  defaultPreferences,
  type Preferences,
  type PreferencesPatch,
} from '#contract/preferences.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Notices } from './notices.ts';

export interface PreferencesKeeper {
  readonly store: StoreApi<Preferences>;
  /** Reads what was kept; the defaults stand until then. */
  read(): Promise<void>;
  /** Takes effect at once; kept by the main process, where a run of changes is sent as few. */
  change(patch: PreferencesPatch): void;
  /** Has what was changed just now kept as well, before the window goes. */
  settle(): Promise<void>;
}

const pause = 150;

/** The writer's preferences as the window shows them. */
export function createPreferences(ask: Ask, listen: Listen, notices: Notices): PreferencesKeeper {
  const store = createStore<Preferences>(() => defaultPreferences);
  let unsent: PreferencesPatch = {};
  let resting = false;

  function send(): void {
    if (resting || isEmpty(unsent)) return;
    resting = true;
    setTimeout(() => {
      resting = false;
      send();
    }, pause);
    void keep();
  }

  async function keep(): Promise<void> {
    const patch = unsent;
    unsent = {};
    await notices.attempt(() => ask('preferences.change', patch));
  }

  // An answer to an earlier change must not undo the ones made since.
  listen('preferences.changed', (preferences) => {
    if (!resting) store.setState({ ...preferences, ...unsent });
  });

  return {
    store,
    async read() {
      store.setState(await ask('preferences.read'));
    },
    change(patch) {
      store.setState(patch);
      unsent = { ...unsent, ...patch };
      send();
    },
    async settle() {
      if (!isEmpty(unsent)) await keep();
    },
  };
}

function isEmpty(patch: PreferencesPatch): boolean {
  return Object.keys(patch).length === 0;
}
