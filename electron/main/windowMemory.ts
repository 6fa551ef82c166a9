import { join } from 'node:path';
import { app, type BrowserWindow, screen } from 'electron';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import { reportDefect } from './log.ts';
import { placeWindow, type WindowPlace } from './windowPlace.ts';

/** Where the window was when it was closed last, made to fit the displays that are there now. */
export function rememberedPlace(): ReturnType<typeof placeWindow> {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  return placeWindow(
    readJsonFile(file()),
    [main, ...others].map((display) => display.workArea),
  );
}

/** Writes the window's place down when it has come to rest, and when it closes. */
export function rememberPlace(window: BrowserWindow): void {
  let rest: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(rest);
    const place: WindowPlace = {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    };
    try {
      writeJsonFile(file(), place);
    } catch (thrown) {
      reportDefect('remembering the window', thrown);
    }
  };
  const soon = () => {
    clearTimeout(rest);
    rest = setTimeout(write, 500);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('close', write);
  window.on('closed', () => clearTimeout(rest));
}

function file(): string {
  return join(app.getPath('userData'), 'window.json');
}
