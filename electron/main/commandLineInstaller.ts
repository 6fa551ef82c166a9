import { join } from 'node:path';
import { app } from 'electron';
import { toFailure } from '#contract/errors.ts';
import { installCommandLine } from './commandLineTool.ts';
import type { StudioWindow } from './window.ts';

/** Installs the command line tool and says so; null on Linux, whose packages bring it, and in a checkout. */
export function commandLineInstaller(window: StudioWindow): (() => void) | null {
  const { platform } = process;
  if (!app.isPackaged || platform === 'linux') return null;
  return async () => {
    try {
      const path = await installCommandLine({
        platform,
        env: process.env,
        tools: join(process.resourcesPath, 'bin'),
      });
      await window.say(
        'The command longhand is installed.',
        `Open a new terminal and type longhand --help. It is ${path}.`,
      );
    } catch (thrown) {
      const { message, advice } = toFailure(thrown);
      await window.say(message, advice);
    }
  };
}
