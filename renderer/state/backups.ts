import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Backup, BackupStatus } from '#contract/backups.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Exchange } from './exchange.ts';
import type { Notices } from './notices.ts';

interface BackupsState {
  /** Null until it was asked for. */
  readonly status: BackupStatus | null;
  readonly isRunning: boolean;
}

/** The backups of the library that is open. */
export interface Backups {
  readonly store: StoreApi<BackupsState>;
  /** Asks which there are. */
  load(): void;
  backUp(): void;
  chooseFolder(): void;
  /** Shows the newest in the system's file manager. */
  reveal(): void;
  /** Opens a copy of one, made beside the library, in place of it. */
  openCopy(backup: Backup): void;
}

const unknown: BackupsState = { status: null, isRunning: false };

export function createBackups(
  ask: Ask,
  listen: Listen,
  exchange: Pick<Exchange, 'leaveLibrary'>,
  notices: Notices,
): Backups {
  const store = createStore<BackupsState>(() => unknown);
  let heard = 0;
  listen('backups.changed', take);
  listen('library.opened', () => store.setState(unknown));

  function take(status: BackupStatus): void {
    heard++;
    store.setState({ status });
  }

  /** What was asked for, and which backups there are after it. */
  function run(work: () => Promise<BackupStatus | null>): void {
    if (store.getState().isRunning) return;
    store.setState({ isRunning: true });
    void notices.attempt(async () => {
      try {
        const status = await work();
        if (status !== null) take(status);
      } finally {
        store.setState({ isRunning: false });
      }
    });
  }

  return {
    store,
    load: () =>
      void notices.attempt(async () => {
        const before = heard;
        const status = await ask('backups.status');
        // What came meanwhile is newer.
        if (before === heard) take(status);
      }),
    backUp: () => run(() => ask('backups.now')),
    chooseFolder: () => run(() => ask('backups.choose')),
    reveal: () => void notices.attempt(() => ask('backups.reveal')),
    openCopy: ({ path }) => exchange.leaveLibrary(() => ask('backups.openCopy', path)),
  };
}
