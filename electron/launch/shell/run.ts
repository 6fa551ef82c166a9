import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { optionsToAddress, type ShellOptions } from './options.ts';
import { takeOrders } from './orders.ts';

/** Runs the built main bundle in this process, with `electron` answered by the shell. */
export async function runInShell(options: ShellOptions, args: readonly string[]): Promise<void> {
  const stand = optionsToAddress(new URL('./electron.ts', import.meta.url), options);
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'electron' && specifier !== 'electron/main')
        return next(specifier, context);
      return { url: stand, shortCircuit: true };
    },
  });
  // As Electron has it: the runtime, the folder of a program that is not packaged, then what was asked.
  const folder = options.packaged ? [] : [options.project];
  process.argv = [process.execPath, ...folder, ...args];
  if (process.send) takeOrders(stand);
  await import(pathToFileURL(join(options.project, 'out', 'main', 'index.js')).href);
}
