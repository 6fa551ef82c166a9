import { buffer } from 'node:stream/consumers';
import { runCommandLine } from './commandLine.ts';

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

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  print: (output) => new Promise((resolve) => process.stdout.write(output, () => resolve())),
  say: (line) => process.stderr.write(`${clearLine}${line}\n`),
  showProgress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`${clearLine}${line}`);
  },
  readInput: () => buffer(process.stdin),
  isTerminal: process.stdout.isTTY ?? false,
  signal: stopping.signal,
});
