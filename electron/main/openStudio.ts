import { app } from 'electron';
import { boot } from './boot.ts';
import { readCommandLine } from './commandLine.ts';
import { declareScheme } from './protocol.ts';
import { claimFirst } from './singleInstance.ts';

/** Opens the studio's window, or has the studio that is open show what this start was asked for. */
export async function openStudio(): Promise<void> {
  const commandLine = readCommandLine(process.argv, {
    packaged: app.isPackaged,
    folder: process.cwd(),
  });
  if (commandLine.settings) app.setPath('userData', commandLine.settings);

  declareScheme();
  if (claimFirst(commandLine)) await boot(commandLine);
  else app.quit();
}
