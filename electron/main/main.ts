import { app } from 'electron';
import { boot } from './boot.ts';
import { readCommandLine } from './commandLine.ts';
import { declareScheme } from './protocol.ts';
import { claimFirst } from './singleInstance.ts';

const commandLine = readCommandLine(process.argv, {
  packaged: app.isPackaged,
  folder: process.cwd(),
});
if (commandLine.settings) app.setPath('userData', commandLine.settings);

// Whoever can attach a debugger to a package can read every library.
if (app.isPackaged && app.commandLine.hasSwitch('remote-debugging-port')) app.exit(1);

declareScheme();
if (claimFirst(commandLine)) await boot(commandLine);
else app.quit();
