import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Damage, Verification } from '#contract/history.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Notices } from './notices.ts';

export interface ProofState {
  /** When the whole library was proved last, in this run of the studio. */
  readonly whole: Verification | null;
  /** What is known to be hurt: found with the whole library, or as an essay was opened. */
  readonly damage: readonly Damage[];
  readonly isRunning: boolean;
}

/** What is proved of the library that is open. */
export interface Proof {
  readonly store: StoreApi<ProofState>;
  /** Proves the whole library now. */
  run(): void;
}

const unproved: ProofState = { whole: null, damage: [], isRunning: false };

export function createProof(ask: Ask, listen: Listen, notices: Notices): Proof {
  const store = createStore<ProofState>(() => unproved);

  function take(proved: Verification): void {
    store.setState(({ damage, whole }) => ({
      whole: proved.id === null ? proved : whole,
      damage:
        proved.id === null
          ? proved.damage
          : [...damage.filter(({ id }) => id !== proved.id), ...proved.damage],
    }));
  }

  listen('library.proved', take);
  listen('library.opened', () => store.setState(unproved));

  return {
    store,
    run() {
      if (store.getState().isRunning) return;
      store.setState({ isRunning: true });
      void notices.attempt(async () => {
        try {
          take(await ask('history.prove', null));
        } finally {
          store.setState({ isRunning: false });
        }
      });
    },
  };
}
