import { app, Menu } from 'electron';
import type { Theme } from '#contract/preferences.ts';
import { commandLineInstaller } from './commandLineInstaller.ts';
import { menuTemplate } from './menuTemplate.ts';
import type { PreferenceStore } from './preferences.ts';
import type { StudioWindow } from './window.ts';

/** Sets the application menu; a command chosen in it is the window's to carry out. */
export function installMenu(window: StudioWindow, preferences: PreferenceStore): void {
  const menu = Menu.buildFromTemplate(
    menuTemplate({
      platform: process.platform,
      packaged: app.isPackaged,
      installCommandLine: commandLineInstaller(window),
      choose(command) {
        window.current();
        window.whenUp(() => window.tell('command.chosen', command));
      },
    }),
  );
  const markTheme = ({ theme }: { theme: Theme }) => {
    const item = menu.getMenuItemById(themeItems[theme]);
    if (item) item.checked = true;
  };
  markTheme(preferences.read());
  preferences.onChange(markTheme);
  Menu.setApplicationMenu(menu);
}

const themeItems = {
  system: 'view.themeSystem',
  light: 'view.themeLight',
  dark: 'view.themeDark',
} as const satisfies Record<Theme, string>;
