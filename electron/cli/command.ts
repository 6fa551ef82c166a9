import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';
import type { Failure } from '#contract/errors.ts';

/** Where a command works and whom it talks to. */
export interface Desk {
  readonly env: NodeJS.ProcessEnv;
  /** Writes to standard output, and resolves when it is out. */
  readonly print: (output: string | Uint8Array) => Promise<void>;
  /** Writes a line to standard error. */
  readonly say: (line: string) => void;
  /** Shows how far the work is, where a person watches. */
  readonly showProgress: (line: string) => void;
  readonly readInput: () => Promise<Uint8Array>;
  /** True when standard output is read by a person at a terminal. */
  readonly isTerminal: boolean;
  /** Aborted when the person wants the work to end. */
  readonly signal: AbortSignal;
}

/** What a command found out. It fails when there are problems, whatever else it got done. */
export interface Answer {
  readonly text: string | Uint8Array;
  /** The same for machines; null for a command that writes nothing else than its output. */
  readonly json: unknown;
  readonly problems: readonly string[];
}

export interface Command {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** What follows the name, as in `SLUG...`. */
  readonly usage: string;
  /** Paragraphs for `--help`. */
  readonly about: string;
  readonly options: Options;
  /** Throws `UsageError` for arguments that make no sense, `StudioError` where nothing could be done. */
  readonly run: (args: string[], desk: Desk) => Promise<Answer>;
}

export type Options = Readonly<Record<string, Option>>;

interface Option extends ParseArgsOptionDescriptor {
  readonly about: string;
  /** What stands for its value in the help, as in `PATH`. */
  readonly value?: string;
}

/** Options that every command takes. */
export const commonOptions = {
  library: { type: 'string', value: 'PATH', about: 'the library to use instead of the usual one' },
  json: { type: 'boolean', about: 'print one JSON document, also for errors' },
  help: { type: 'boolean', short: 'h', about: 'print this help' },
} as const satisfies Options;

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O & typeof commonOptions; allowPositionals: true }>
>['values'];

/** A command whose options are parsed, by their table, before it runs. */
export function command<const O extends Options>(
  described: Omit<Command, 'run' | 'options'> & {
    readonly options: O;
    readonly run: (values: Values<O>, names: string[], desk: Desk) => Promise<Answer>;
  },
): Command {
  return {
    ...described,
    run: (args, desk) => {
      const { values, positionals } = parse(args, { ...described.options, ...commonOptions });
      return described.run(values as Values<O>, positionals, desk);
    },
  };
}

function parse(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (thrown) {
    throw new UsageError(usageSentence((thrown as Error).message));
  }
}

/** What Node's parser found wrong, without its advice on how the parser works. */
function usageSentence(message: string): string {
  const [, option] =
    /^Option '(?:-\w, )?(--[\w-]+).*' argument (?:missing|is ambiguous)/.exec(message) ?? [];
  if (option) return `${option} needs a value.`;
  const [sentence = ''] = message.split(/\.\s|\n/, 1);
  return `${sentence.replace(/\.$/, '')}.`;
}

/** Arguments that make no sense: nothing was done. */
export class UsageError extends Error implements Failure {
  readonly code = 'invalid';
  readonly advice: string;

  constructor(message: string, advice = '') {
    super(message);
    this.name = 'UsageError';
    this.advice = advice;
  }
}
