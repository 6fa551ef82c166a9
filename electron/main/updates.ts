import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import type { Newest } from '#contract/about.ts';
import { StudioError } from '#contract/errors.ts';
import { findNewest } from './newest.ts';
import type { PreferenceStore } from './preferences.ts';
import { startWeeklyLook } from './weeklyLook.ts';
import type { StudioWindow } from './window.ts';

/** Looking for newer versions: only when the writer asks, or has switched it on. */
export interface Updates {
  /** The host that would be asked; null when this copy was made without one. */
  readonly host: () => string | null;
  readonly look: () => Promise<Newest>;
}

/** Starts looking about once a week where the writer has switched it on, and gives what looks when asked. */
export function startUpdates(preferences: PreferenceStore, window: StudioWindow): Updates {
  let known: string | null | undefined;

  /** As package.json inside the package has it. */
  function address(): string | null {
    if (known === undefined) {
      const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8');
      const { updates } = JSON.parse(text) as { updates?: unknown };
      known = typeof updates === 'string' && updates.startsWith('https:') ? updates : null;
    }
    return known;
  }

  async function look(): Promise<Newest> {
    const from = address();
    if (from === null) {
      throw new StudioError('not-found', 'This copy knows nowhere to look for newer versions.');
    }
    // A session of its own: it has no window's cookies, and the window's has no network.
    const asking = session.fromPartition('newest', { cache: false });
    return findNewest({
      address: from,
      version: app.getVersion(),
      fetch: (address, options) => asking.fetch(address, options),
    });
  }

  startWeeklyLook({
    memory: join(app.getPath('userData'), 'updates.json'),
    isOn: () => preferences.read().lookForUpdates && address() !== null,
    look,
    found: (newest) => window.tell('updates.found', newest),
  });
  return {
    host() {
      const from = address();
      return from === null ? null : new URL(from).host;
    },
    look,
  };
}
