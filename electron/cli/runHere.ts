import { buffer } from 'node:stream/consumers';
import { runCommandLine } from './commandLine.ts';

/** Runs a command line on this process's own streams, and gives its exit code when everything it said is out. */
export async function runHere(args: string[]): Promise<0 | 1 | 2> {
  // A reader that has seen enough, as `head` has, closes the pipe: no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });

  const stopping = new AbortController();
  // Once: a second Ctrl+C ends the process as it always does.
  process.once('SIGINT', () => stopping.abort());

  /** Takes the progress line away. Only said where a person watches. */
  const clearLine = process.stderr.isTTY ? '\r\u001b[K' : '';

  const code = await runCommandLine(args, {
    env: process.env,
    print: (output) => written(process.stdout, output),
    say: (line) => process.stderr.write(`${clearLine}${line}\n`),
    showProgress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`${clearLine}${line}`);
    },
    readInput: () => buffer(process.stdin),
    isTerminal: process.stdout.isTTY ?? false,
    signal: stopping.signal,
  });
  await written(process.stderr, '');
  return code;
}

function written(stream: NodeJS.WriteStream, output: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => stream.write(output, () => resolve()));
}
