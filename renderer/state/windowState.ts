import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Desk } from './desk.ts';
import type { PreferencesKeeper } from './preferences.ts';
import type { WindowMemory } from './windowMemory.ts';

interface WindowState {
  /** True where not all of them fit side by side: the library then lies over the desk. */
  readonly narrow: boolean;
  readonly libraryShown: boolean;
  /** In px. */
  readonly libraryWidth: number;
}

export interface StudioWindowState {
  readonly store: StoreApi<WindowState>;
  readonly libraryWidths: { readonly min: number; readonly max: number };
  setLibraryWidth(width: number): void;
  showLibrary(shown: boolean): void;
  /** Puts the library away where it lies over the desk. */
  leaveLibrary(): void;
  /** Follows the window's width, in which so many panes are to stand, until the function returned is called. */
  watch(panes: keyof typeof roomFor): () => void;
}

const libraryWidths = { min: 208, max: 420, usual: 264 };
/** Library, editor and page; in the history its timeline as well. In px. */
const roomFor = { three: 1000, four: 1100 };

/** How the window is laid out: what the preferences say, bent to the room there is. */
export function createWindowState(
  preferences: PreferencesKeeper,
  desk: Desk,
  memory: WindowMemory,
): StudioWindowState {
  const remembered = memory.read('libraryWidth');
  const store = createStore<WindowState>(() => ({
    narrow: false,
    libraryShown: preferences.store.getState().libraryShown,
    libraryWidth: typeof remembered === 'number' ? within(remembered) : libraryWidths.usual,
  }));
  preferences.store.subscribe(({ libraryShown }, before) => {
    if (!store.getState().narrow && libraryShown !== before.libraryShown) {
      store.setState({ libraryShown });
    }
  });

  // An empty desk has room for the library in any window.
  desk.store.subscribe(({ essay }, before) => {
    if (store.getState().narrow && !essay !== !before.essay) {
      store.setState({ libraryShown: !essay });
    }
  });

  return {
    store,
    libraryWidths,
    setLibraryWidth(width) {
      const libraryWidth = within(Math.round(width));
      store.setState({ libraryWidth });
      memory.write('libraryWidth', libraryWidth);
    },
    showLibrary(shown) {
      store.setState({ libraryShown: shown });
      if (!store.getState().narrow) preferences.change({ libraryShown: shown });
    },
    leaveLibrary() {
      if (store.getState().narrow) store.setState({ libraryShown: false });
    },
    watch(panes) {
      const query = matchMedia(`(width < ${roomFor[panes]}px)`);
      const follow = () =>
        store.setState({
          narrow: query.matches,
          libraryShown: query.matches
            ? desk.store.getState().essay === null
            : preferences.store.getState().libraryShown,
        });
      follow();
      query.addEventListener('change', follow);
      return () => query.removeEventListener('change', follow);
    },
  };
}

function within(width: number): number {
  return Math.max(libraryWidths.min, Math.min(libraryWidths.max, width));
}
