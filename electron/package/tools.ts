import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { noRoom, PackagingError } from './packagingError.ts';

/** True when a program of that name is on the path. */
export function haveTool(name: string): boolean {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .some((folder) => endings.some((ending) => isProgram(join(folder, name + ending))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const running = new Set<ChildProcess>();

/** Runs a program to its end and gives what it printed. Throws what it said as a `PackagingError` when it fails. */
export function runTool(
  name: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<string> {
  const child = spawn(name, args, {
    ...(cwd ? { cwd } : {}),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      running.delete(child);
      reject(new PackagingError(`${name} could not be started: ${cause.message}`, { cause }));
    });
    child.on('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new PackagingError(failureOf(name, output)));
    });
  });
}

/** Ends what is running, for a packaging that was stopped. */
export function stopTools(): void {
  for (const child of running) child.kill('SIGKILL');
}

function failureOf(name: string, output: string): string {
  if (/no space left on device|disk (?:is )?full/i.test(output)) return noRoom;
  const last = output.trim().split('\n').slice(-12).join('\n');
  return `${name} failed:\n${last}`;
}
