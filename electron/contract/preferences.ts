import type { EssayId, SortKey } from './essay.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const layouts = ['side-by-side', 'editor', 'page'] as const;
export type Layout = (typeof layouts)[number];

/** What a writer sets once and finds again. Kept by the main process beside the library, not in it. */
export interface Preferences {
  readonly theme: Theme;
  readonly layout: Layout;
  readonly libraryShown: boolean;
  /** The editor's share of the room that editor and page have together, 0.2 to 0.8. */
  readonly split: number;
  readonly sort: SortKey;
  /** Editor text size in px, 13 to 24. */
  readonly textSize: number;
  readonly spellCheck: boolean;
  /** The author's name, for the head of exported pages; '' when not said. */
  readonly author: string;
  /** Look for newer versions about once a week. Nothing is asked of a network unless this is on or the writer asks. */
  readonly lookForUpdates: boolean;
  /** Where backups are kept; '' for the usual folder beside the library. Set by choosing it in a dialog only. */
  readonly backupFolder: string;
  /** The essay that was open last. */
  readonly lastEssay: EssayId | null;
}

/** What the window may change by itself. */
export type PreferencesPatch = Partial<Omit<Preferences, 'backupFolder'>>;

export const defaultPreferences: Preferences = {
  theme: 'system',
  layout: 'side-by-side',
  libraryShown: true,
  split: 0.5,
  sort: 'updated',
  textSize: 16,
  spellCheck: true,
  author: '',
  lookForUpdates: false,
  backupFolder: '',
  lastEssay: null,
};
