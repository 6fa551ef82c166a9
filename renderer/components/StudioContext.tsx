import type { StudioState } from '#renderer/state/studioState.ts';
import { createContext, use } from 'react';

const StudioContext = createContext<StudioState | null>(null);

/** Gives every component below it the studio's state. */
export const StudioProvider = StudioContext.Provider;

/** The studio's state. Throws outside a `StudioProvider`. */
export function useStudio(): StudioState {
  const studio = use(StudioContext);
  if (!studio) throw new Error('useStudio is called outside a StudioProvider.');
  return studio;
}
