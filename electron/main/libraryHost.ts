import { type Failure, StudioError, toFailure } from '#contract/errors.ts';
import type { EventName, Events } from '#contract/events.ts';
import type { LibraryStatus } from '#contract/library.ts';
import { countEssays } from '#library/essays/countEssays.ts';
import { olderCopy } from '#library/keptCopies.ts';
import { latestVersion } from '#library/migrations/migrations.ts';
import { type Library, openLibrary } from '#library/openLibrary.ts';
import { openProof, type Proof } from '#library/proof/openProof.ts';
import { openSearch, type Search } from '#library/search/openSearch.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import { reportDefect } from './log.ts';

type Tell = <E extends EventName>(event: E, value: Events[E]) => void;

interface HostOptions {
  /** The library named when the studio was started, made when it is missing. */
  readonly named: string | null;
  /** The library to open when none was named and none is remembered; made when it is missing. */
  readonly usual: string;
  /** The file that remembers which library was open last. */
  readonly memory: string;
  readonly searchWorker: URL;
  readonly proofWorker: URL;
  readonly tell: Tell;
}

/** The library behind the window, its search and its proof. */
export interface LibraryHost {
  readonly status: () => LibraryStatus;
  readonly path: () => string;
  /** The open library. Throws the failure that kept it from being opened. */
  readonly library: () => Library;
  /** Does something that writes, then lets the search catch up. */
  readonly write: <T>(change: (library: Library) => T) => T;
  /** When this studio wrote to the library last, in milliseconds since 1970; when it was opened if never. */
  readonly lastWrite: () => number;
  readonly search: () => Search;
  readonly proof: () => Proof;
  /** Opens another one in place of this. When that fails while one is open, that one stays and the failure is thrown. */
  readonly open: (path: string, options: { readonly create: boolean }) => LibraryStatus;
  /** Tries the same path again after a failure. */
  readonly retry: () => LibraryStatus;
  readonly close: () => void;
}

type State =
  | {
      readonly kind: 'open';
      readonly library: Library;
      readonly search: Search;
      readonly proof: Proof;
    }
  | {
      readonly kind: 'failed';
      readonly path: string;
      readonly create: boolean;
      readonly error: Failure;
    };

/** Milliseconds to wait for another program that is writing. The window stands still meanwhile, and saving is tried again by itself. */
const patience = 1_000;

/** Opens the library named, else the one remembered, else the usual one; a failure is kept as its status. */
export function openLibraryHost(options: HostOptions): LibraryHost {
  let remembered = rememberedPath(options.memory);
  let state = options.named
    ? attempt(options.named, true)
    : attempt(remembered ?? options.usual, remembered === null);
  let lastWrite = Date.now();
  const watch = setInterval(lookElsewhere, 1_000);
  watch.unref();

  function attempt(path: string, create: boolean): State {
    try {
      const library = openLibrary(path, { create, patience });
      remember(library.path);
      const search = openSearch(library.path, options.searchWorker);
      const proof = openProof(library.path, options.proofWorker);
      return { kind: 'open', library, search, proof };
    } catch (thrown) {
      reportDefect(`opening ${path}`, thrown);
      return { kind: 'failed', path, create, error: toFailure(thrown) };
    }
  }

  function remember(path: string): void {
    if (path === remembered) return;
    try {
      writeJsonFile(options.memory, { path });
      remembered = path;
    } catch (thrown) {
      reportDefect('remembering the library', thrown);
    }
  }

  function status(): LibraryStatus {
    if (state.kind === 'failed') {
      const { path, error } = state;
      const isNewer = error.code === 'newer-library';
      return {
        kind: 'failed',
        path,
        error,
        olderCopy: isNewer ? olderCopy(path, latestVersion) : null,
      };
    }
    const { library } = state;
    const { path, readOnly, keptCopy } = library;
    return { kind: 'open', path, readOnly, keptCopy, essays: countEssays(library) };
  }

  function replace(next: State): LibraryStatus {
    release();
    state = next;
    lastWrite = Date.now();
    const now = status();
    options.tell('library.opened', now);
    return now;
  }

  function release(): void {
    if (state.kind !== 'open') return;
    void state.search.close();
    state.proof.close();
    state.library.close();
  }

  function lookElsewhere(): void {
    if (state.kind !== 'open') return;
    try {
      if (!state.library.changedElsewhere()) return;
    } catch (thrown) {
      clearInterval(watch);
      reportDefect('looking for changes by others', thrown);
      return;
    }
    state.search.refresh();
    options.tell('library.changedElsewhere', null);
  }

  function open(): Extract<State, { kind: 'open' }> {
    if (state.kind === 'open') return state;
    throw new StudioError(state.error.code, state.error.message, state.error.advice);
  }

  return {
    status,
    path: () => (state.kind === 'open' ? state.library.path : state.path),
    library: () => open().library,
    write(change) {
      const { library, search } = open();
      lastWrite = Date.now();
      const value = change(library);
      search.refresh();
      return value;
    },
    lastWrite: () => lastWrite,
    search: () => open().search,
    proof: () => open().proof,
    open(path, { create }) {
      const next = attempt(path, create);
      if (next.kind === 'failed' && state.kind === 'open') {
        throw new StudioError(next.error.code, next.error.message, next.error.advice);
      }
      return replace(next);
    },
    retry: () => (state.kind === 'failed' ? replace(attempt(state.path, state.create)) : status()),
    close() {
      clearInterval(watch);
      release();
    },
  };
}

function rememberedPath(memory: string): string | null {
  const stored = readJsonFile(memory);
  if (typeof stored !== 'object' || stored === null || !('path' in stored)) return null;
  return typeof stored.path === 'string' ? stored.path : null;
}
