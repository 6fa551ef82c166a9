import { toFailure } from '#contract/errors.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import type { Desk } from './desk.ts';
import type { Notices } from './notices.ts';
import type { PreferencesKeeper } from './preferences.ts';
import type { Sheets } from './sheets.ts';

/** How the window goes: only when all is saved, or the writer chose to leave it. */
export interface Leaving {
  /** Saves everything and lets the window close; asks the writer when it cannot be saved. */
  leave(): void;
  /** Lets the window close with what is not saved. */
  leaveUnsaved(): void;
  /** Keeps the window open until it is to close again. */
  stay(): void;
}

export function createLeaving(
  ask: Ask,
  listen: Listen,
  desk: Desk,
  preferences: Pick<PreferencesKeeper, 'settle'>,
  sheets: Sheets,
  notices: Notices,
): Leaving {
  async function leave(): Promise<void> {
    try {
      await desk.saveAll();
    } catch (thrown) {
      sheets.open({ kind: 'leaving', failure: toFailure(thrown) });
      await notices.attempt(() => ask('quit.hold'));
      return;
    }
    await preferences.settle();
    await notices.attempt(() => ask('quit.allow'));
  }

  listen('quit.requested', () => void leave());
  return {
    leave: () => void leave(),
    leaveUnsaved: () => void notices.attempt(() => ask('quit.allow')),
    stay: () => void notices.attempt(() => ask('quit.stay')),
  };
}
