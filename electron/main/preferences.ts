import { defaultPreferences, type Preferences } from '#contract/preferences.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import { reportDefect } from './log.ts';
import { preferenceSchemas } from './schemas/preferences.ts';

export interface PreferenceStore {
  readonly read: () => Preferences;
  /** Changes some, writes them, and tells every listener. */
  readonly change: (patch: Partial<Preferences>) => Preferences;
  readonly onChange: (listener: (preferences: Preferences) => void) => void;
}

/** The writer's preferences, kept in a JSON file. A value in it that cannot be used counts as not set. */
export function openPreferences(path: string): PreferenceStore {
  let current = usable(readJsonFile(path));
  const listeners: ((preferences: Preferences) => void)[] = [];
  return {
    read: () => current,
    change(patch) {
      current = { ...current, ...patch };
      try {
        writeJsonFile(path, current);
      } catch (thrown) {
        // They hold until the studio is closed; nothing a writer typed depends on them.
        reportDefect('writing the preferences', thrown);
      }
      for (const listener of listeners) listener(current);
      return current;
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

function usable(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return defaultPreferences;
  const kept = Object.entries(preferenceSchemas).flatMap(([name, schema]) => {
    const parsed = schema.safeParse((stored as Record<string, unknown>)[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...defaultPreferences, ...Object.fromEntries(kept) };
}
