import {
  type ChildProcess,
  type SpawnOptionsWithStdioTuple,
  type StdioNull,
  type StdioPipe,
  spawn,
} from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EssayId } from '#contract/essay.ts';

/** The key that is typed as number `count`, from 0; always the same. */
export function keyAt(count: number): string {
  return String.fromCharCode(97 + ((count * 7 + Math.floor(count / 26)) % 26));
}

export function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => keyAt(index)).join('');
}

/** A process that types into an essay of a library, as typistProcess.ts does. */
export interface Typist {
  readonly process: ChildProcess;
  /** Resolves as it is about to open the library. */
  readonly begun: Promise<void>;
  /** Keys typed, and when in milliseconds since 1970. */
  readonly typed: readonly number[];
  /** How many of them the library has acknowledged. */
  readonly saved: () => number;
  /** What it said on its way out, when saving failed. */
  readonly refused: () => string | null;
  /** Resolves when so many are acknowledged, or it has ended. */
  readonly reaches: (count: number) => Promise<void>;
  readonly ended: Promise<void>;
}

/** What a process is started with so that permissions bind it. */
export const boundUser = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export function startTypist(
  path: string,
  id: EssayId,
  options: {
    readonly count?: number;
    readonly pace?: 'human' | 'machine';
    /** Whether permissions bind it, as they do not bind root, as whom machines often run tests. */
    readonly isBound?: boolean;
    /** What a shell does before it becomes the process. */
    readonly shell?: string;
  } = {},
): Typist {
  const program = join(import.meta.dirname, 'typistProcess.ts');
  const { count = 1e9, pace = 'human' } = options;
  const args = [program, path, id, String(count), pace];
  const settings: SpawnOptionsWithStdioTuple<StdioNull, StdioPipe, StdioNull> = {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(options.isBound && boundUser),
  };
  const child =
    options.shell === undefined
      ? spawn(process.execPath, args, settings)
      : spawn(
          'bash',
          ['-c', `${options.shell}; exec "$@"`, 'bash', process.execPath, ...args],
          settings,
        );
  const typed: number[] = [];
  let saved = 0;
  let refused: string | null = null;
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const waiting = new Set<{ count: number; resolve: () => void }>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [kind, ...rest] = line.split(' ');
    if (kind === 'b') begin();
    else if (kind === 't') typed.push(Number(rest[0]));
    else if (kind === 's') saved = Number(rest[0]);
    else refused = rest.join(' ');
    for (const each of waiting) if (saved >= each.count) each.resolve();
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      for (const each of waiting) each.resolve();
      resolve();
    });
  });
  return {
    process: child,
    begun,
    typed,
    saved: () => saved,
    refused: () => refused,
    reaches: (count) =>
      new Promise((resolve) => {
        if (saved >= count || child.exitCode !== null) resolve();
        else waiting.add({ count, resolve });
      }),
    ended,
  };
}
