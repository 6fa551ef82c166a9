import { createStore, type StoreApi } from 'zustand/vanilla';
import { toFailure } from '#contract/errors.ts';

/** One sentence in the status bar. A problem stays until it is dismissed; anything else passes by itself. */
interface Notice {
  readonly kind: 'said' | 'problem';
  readonly text: string;
  readonly advice: string;
  /** What can be done about it, for as long as it is said. */
  readonly action: NoticeAction | null;
}

interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notices {
  readonly store: StoreApi<{ readonly notice: Notice | null }>;
  /** Says that something was done, for a few seconds. */
  say(text: string, action?: NoticeAction): void;
  /** Tells what failed, in the failure's own words. A cancelled request is no problem and says nothing. */
  tell(thrown: unknown): void;
  dismiss(): void;
  /** Runs what the writer asked for and tells when it fails. Undefined when it did. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
}

const passing = 5000;
/** Long enough to be reached by keyboard. */
const passingWithAction = 20_000;

/** The one place where the studio speaks to the writer without being asked. */
export function createNotices(): Notices {
  const store = createStore<{ notice: Notice | null }>(() => ({ notice: null }));
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(notice: Notice | null): void {
    clearTimeout(timer);
    store.setState({ notice });
    if (notice?.kind !== 'said') return;
    timer = setTimeout(() => show(null), notice.action ? passingWithAction : passing);
  }

  function tell(thrown: unknown): void {
    const failure = toFailure(thrown);
    if (failure.code === 'cancelled') return;
    show({ kind: 'problem', text: failure.message, advice: failure.advice, action: null });
  }

  return {
    store,
    say: (text, action) => show({ kind: 'said', text, advice: '', action: action ?? null }),
    tell,
    dismiss: () => show(null),
    async attempt(work) {
      try {
        return await work();
      } catch (thrown) {
        tell(thrown);
        return undefined;
      }
    },
  };
}
