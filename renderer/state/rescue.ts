import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, toFailure } from '#contract/errors.ts';
import type { RecoveryProgress, RecoveryReport } from '#contract/recovery.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Desk } from './desk.ts';

type RescueState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly progress: RecoveryProgress | null }
  | { readonly kind: 'done'; readonly report: RecoveryReport }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Rescuing a damaged library into a new one. */
export interface Rescue {
  readonly store: StoreApi<RescueState>;
  /** Rescues what can be proved. The library stays as it is, and is still the one that is open. */
  start(): void;
  /** Stops before the next essay: nothing is made. */
  stop(): void;
  /** Opens what was rescued in place of the damaged library. */
  open(): void;
}

export function createRescue(ask: Ask, listen: Listen, desk: Pick<Desk, 'saveAll'>): Rescue {
  const store = createStore<RescueState>(() => ({ kind: 'none' }));
  listen('recovery.progress', (progress) => {
    if (store.getState().kind === 'running') store.setState({ kind: 'running', progress }, true);
  });
  listen('library.opened', () => store.setState({ kind: 'none' }, true));

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const failure = toFailure(thrown);
      const isStopped = failure.code === 'cancelled';
      store.setState(isStopped ? { kind: 'none' } : { kind: 'failed', failure }, true);
    }
  }

  return {
    store,
    start() {
      if (store.getState().kind === 'running') return;
      store.setState({ kind: 'running', progress: null }, true);
      void attempt(async () => {
        // What a damaged essay refuses to take in is still in its editor.
        await desk.saveAll().catch(() => {});
        store.setState({ kind: 'done', report: await ask('recovery.start') }, true);
      });
    },
    stop: () =>
      void attempt(async () => {
        await ask('recovery.stop');
      }),
    // The window hears of the library that is opened as of any other.
    open: () =>
      void attempt(async () => {
        await ask('recovery.open');
      }),
  };
}
