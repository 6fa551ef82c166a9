import { createContext, type RefObject, use } from 'react';
import type { StudioState } from '#renderer/state/studioState.ts';
import type { ReturnFocus } from './focusMemory.ts';

/** The studio, and what only the page around the components can do. */
export interface StudioInPage extends StudioState {
  readonly returnFocus: ReturnFocus;
  /** Where menus of the window are put, so that they lie within its landmarks. */
  readonly popups: RefObject<HTMLDivElement | null>;
}

const StudioContext = createContext<StudioInPage | null>(null);

/** Gives every component below it the studio's state. */
export const StudioProvider = StudioContext.Provider;

/** The studio's state. Throws outside a `StudioProvider`. */
export function useStudio(): StudioInPage {
  const studio = use(StudioContext);
  if (!studio) throw new Error('useStudio is called outside a StudioProvider.');
  return studio;
}
