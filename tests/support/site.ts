import { mkdirSync } from 'node:fs';
import { runCommandLine } from '#cli/commandLine.ts';

/** Publishes the essays of a library as an HTML site into a folder of its own, as the command line does. */
export async function publishSite(library: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const said = {
    kind: 'site',
    folder,
    url: 'https://notes.example',
    author: 'Ada Night',
    heading: 'Notes from the Night Shift',
    introduction:
      'Incidents, clocks, queues and the people around them: what broke, what we believed while it did, and what it cost to find out.',
  };
  const options = Object.entries(said).flatMap(([name, value]) => [`--${name}`, value]);
  await longhand(['target', 'add', 'Notes', ...options, '--library', library]);
  await longhand(['publish', 'Notes', '--library', library]);
}

/** Runs a command that must succeed. */
export async function longhand(args: string[]): Promise<void> {
  const said: string[] = [];
  const code = await runCommandLine(args, {
    env: {},
    print: async () => {},
    say: (line) => said.push(line),
    showProgress: () => {},
    readInput: async () => new Uint8Array(),
    isTerminal: false,
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`longhand ${args.join(' ')}: ${said.join('\n')}`);
}
