import { session } from 'electron';
import type { PreferenceStore } from './preferences.ts';
import { studioOrigin } from './studioFrame.ts';

/** macOS and Windows bring a spell checker; elsewhere Chromium would have to download dictionaries, which it never may. */
export const systemChecksSpelling = process.platform === 'darwin' || process.platform === 'win32';

/** Checks spelling as the writer wants it, with what the system has. */
export function applySpellChecking(preferences: PreferenceStore): void {
  const { defaultSession } = session;
  // A place that answers nothing.
  defaultSession.setSpellCheckerDictionaryDownloadURL(`${studioOrigin}/dictionaries/`);
  defaultSession.setSpellCheckerEnabled(systemChecksSpelling && preferences.read().spellCheck);
  preferences.onChange(({ spellCheck }) => {
    defaultSession.setSpellCheckerEnabled(systemChecksSpelling && spellCheck);
  });
}
