import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { findElectron } from '#launch/electronBinary.ts';
import { theseSurroundings } from '#launch/findChromium.ts';
import type { CallMain, Started } from './studio.ts';

/** Starts the studio in Electron, whose binary must be here. It needs a display, a virtual one at least. */
export async function startInElectron(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Started> {
  const executablePath = findElectron(theseSurroundings);
  if (!executablePath) throw new Error("Electron's binary is not here.");
  const project = resolve(import.meta.dirname, '../..');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const variables = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const program = await _electron.launch({
    executablePath,
    args: [...sandbox, project, ...args],
    env: variables,
  });
  const child = program.process();
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      text += String(part);
    });
  }
  const exited = new Promise<number | null>((done) => child.on('exit', done));
  return {
    page: await program.firstWindow(),
    main: ((call: unknown, argument: unknown) =>
      program.evaluate(call as never, argument as never)) as unknown as CallMain,
    output: () => text,
    exited,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async startAgain(again) {
      const second = spawn(executablePath, [...sandbox, project, ...again], { env: variables });
      let said = '';
      second.stdout.on('data', (part) => {
        said += String(part);
      });
      const code = await new Promise<number | null>((done) => second.on('exit', done));
      return { code, output: said };
    },
  };
}
