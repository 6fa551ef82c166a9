import type { EssayId } from '#contract/essay.ts';
import type { Verification } from '#contract/history.ts';
import { packNext } from '#library/journal/packNext.ts';
import { takeLogOver } from '#library/takeLogOver.ts';
import type { LibraryHost } from './libraryHost.ts';
import { reportDefect } from './log.ts';
import { pruneUnusedDrawings } from './pruneDrawings.ts';

interface KeepingOptions {
  readonly host: LibraryHost;
  readonly tell: (verification: Verification) => void;
}

/** The work on a library that can wait until nobody writes. */
export interface Keeping {
  /** An essay was opened: it is proved a moment later. */
  readonly opened: (id: EssayId) => void;
  readonly stop: () => void;
}

/** Milliseconds. */
const lookEvery = 5_000;
const idleAfter = 20_000;
const proveAgainAfter = 6 * 60 * 60 * 1_000;
const afterOpening = 1_500;
/** Packing takes the library's one writer for a moment: this much of it at a look. */
const packFor = 50;

/** Proves essays as they are opened, and when the studio is idle packs histories, takes the log over into the file, lets drawings go that nobody shows, and proves the whole library. */
export function startKeeping({ host, tell }: KeepingOptions): Keeping {
  const looking = setInterval(look, lookEvery);
  looking.unref();
  let opening: NodeJS.Timeout | undefined;
  let proved: { readonly path: string; readonly at: number } | null = null;
  let isProving = false;

  function look(): void {
    if (host.status().kind !== 'open' || Date.now() - host.lastWrite() < idleAfter) return;
    try {
      const until = performance.now() + packFor;
      while (packNext(host.library())) if (performance.now() > until) return;
      takeLogOver(host.library());
    } catch (thrown) {
      reportDefect('packing histories', thrown);
    }
    const isDue = proved?.path !== host.path() || Date.now() - proved.at > proveAgainAfter;
    if (isDue && !isProving) {
      void prove(null);
      void tidy();
    }
  }

  async function tidy(): Promise<void> {
    const library = host.library();
    if (library.readOnly) return;
    try {
      await pruneUnusedDrawings(library);
    } catch (thrown) {
      reportDefect('pruning drawings', thrown);
    }
  }

  async function prove(id: EssayId | null): Promise<void> {
    const path = host.path();
    if (id === null) {
      isProving = true;
      proved = { path, at: Date.now() };
    }
    try {
      const verification = await host.proof().prove(id);
      if (host.path() === path) tell(verification);
    } catch (thrown) {
      reportDefect('proving the library', thrown);
    } finally {
      if (id === null) isProving = false;
    }
  }

  return {
    opened(id) {
      clearTimeout(opening);
      opening = setTimeout(() => void prove(id), afterOpening);
      opening.unref();
    },
    stop() {
      clearInterval(looking);
      clearTimeout(opening);
    },
  };
}
