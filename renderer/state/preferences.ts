import { defaultPreferences, type Preferences, type PreferencesPatch } from '#contract/preferences.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Notices } from './notices.ts';

export interface PreferencesKeeper {
  readonly store: StoreApi<Preferences>;
  /** Reads what was kept; the defaults stand until then. */
  read(): Promise<void>;
  /** Takes effect at once; kept by the main process. */
  change(patch: PreferencesPatch): void;
}

/** The writer's preferences as the window shows them. */
export function createPreferences(ask: Ask, listen: Listen, notices: Notices): PreferencesKeeper {
  const store = createStore<Preferences>(() => defaultPreferences);
  listen('preferences.changed', (preferences) => store.setState(preferences));
  return {
    store,
    async read() {
      store.setState(await ask('preferences.read'));
    },
    change(patch) {
      store.setState(patch);
      void notices.attempt(() => ask('preferences.change', patch));
    },
  };
}
