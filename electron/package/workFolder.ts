import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopTools } from './tools.ts';

/**
 * Gives the work a folder of its own inside `out`, on the same disk as what it makes, and removes it however the work
 * ends: done, failed, or stopped by a signal.
 */
export async function withWorkFolder<T>(
  out: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, '.making-'));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const stops = Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }).map(([signal, code]) => {
    const stop = () => {
      stopTools();
      clear();
      process.exit(code);
    };
    process.on(signal, stop);
    return () => process.off(signal, stop);
  });
  try {
    return await work(folder);
  } finally {
    clear();
    for (const undo of stops) undo();
  }
}
