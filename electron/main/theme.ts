import { nativeTheme } from 'electron';
import type { PreferenceStore } from './preferences.ts';

/** The theme the writer chose, for menus, dialogs and `prefers-color-scheme` alike. */
export function applyTheme(preferences: PreferenceStore): void {
  nativeTheme.themeSource = preferences.read().theme;
  preferences.onChange(({ theme }) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
  });
}

/** The editor's ground, so that no window flashes white before its page is there. */
export function groundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#1d1c19' : '#faf8f3';
}
