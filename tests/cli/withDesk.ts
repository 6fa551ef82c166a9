import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Desk } from '#cli/command.ts';
import { runCommandLine } from '#cli/commandLine.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly bytes: Buffer;
  readonly err: string;
  /** The one JSON document on standard output. */
  readonly json: () => unknown;
}

/** A command line to try in a test, with a folder and a library of its own. */
export interface CommandLine {
  folder: string;
  library: string;
  /** Runs the words given, then `--library` and the test's own library. */
  run: (args: string[], desk?: Partial<Desk>) => Promise<Run>;
}

/** Gives each test of the file a fresh command line. */
export function withCommandLine(): CommandLine {
  const commandLine: CommandLine = {
    folder: '',
    library: '',
    run: (args, desk) => run([...args, '--library', commandLine.library], desk),
  };
  beforeEach(async () => {
    commandLine.folder = await mkdtemp(join(tmpdir(), 'cli-'));
    commandLine.library = join(commandLine.folder, 'data', 'Library.longhand');
  });
  afterEach(() => rm(commandLine.folder, { recursive: true, force: true }));
  return commandLine;
}

/** Runs exactly these words. */
export async function run(args: string[], desk: Partial<Desk> = {}): Promise<Run> {
  const printed: Buffer[] = [];
  const said: string[] = [];
  const code = await runCommandLine(args, {
    env: {},
    print: async (output) => {
      printed.push(Buffer.from(output as Uint8Array));
    },
    say: (line) => said.push(`${line}\n`),
    showProgress: () => {},
    readInput: async () => new Uint8Array(),
    isTerminal: false,
    signal: new AbortController().signal,
    ...desk,
  });
  const bytes = Buffer.concat(printed);
  const out = bytes.toString();
  return { code, out, bytes, err: said.join(''), json: () => JSON.parse(out) };
}
