import { app } from 'electron';
import { askedCommand } from './askedCommand.ts';
import { askedOf } from './commandLine.ts';

// Whoever can attach a debugger to a package can read every library.
if (app.isPackaged && app.commandLine.hasSwitch('remote-debugging-port')) app.exit(1);

const command = askedCommand(askedOf(process.argv, app.isPackaged));
if (command) {
  // Before the program is ready, and instead of it: no window, no display, no lock on the settings.
  const { runHere } = await import('#cli/runHere.ts');
  app.exit(await runHere(command));
} else {
  const { openStudio } = await import('./openStudio.ts');
  await openStudio();
}
