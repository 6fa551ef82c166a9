import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/** Runs one of the project's own tools in its root, to its end. Its output is kept, or shown as it comes. */
export function runTool(
  [tool, ...args]: readonly string[],
  { env = {}, shown = false }: { env?: Record<string, string>; shown?: boolean },
): Promise<{ code: number; output: string; seconds: number }> {
  const started = performance.now();
  const tools = join(project, 'node_modules', '.bin');
  const child = spawn(tool ?? '', args, {
    cwd: project,
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}`, ...env },
    shell: process.platform === 'win32',
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  }
  return new Promise((done) => {
    const end = (code: number | null) =>
      done({ code: code ?? 1, output, seconds: (performance.now() - started) / 1_000 });
    child.on('close', end);
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
  });
}
