import { type Failure, failureWords, toFailure } from '#contract/errors.ts';
import { type Command, commonOptions, type Desk, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { printable, printableJson } from './printable.ts';
import { version } from './version.ts';

/**
 * Runs one command line, without the program's name, and gives its exit code:
 * 0 done; 1 the work failed, in part or whole; 2 wrong usage, nothing was done.
 * Results go to standard output and nothing else does; sentences go to standard error.
 */
export async function runCommandLine(args: string[], desk: Desk): Promise<0 | 1 | 2> {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const asJson = options.includes('--json');
  try {
    const at = findCommandName(args);
    const name = args[at];
    if (options.includes('--help') || options.includes('-h')) {
      await desk.print(name === undefined ? generalHelp() : commandHelp(commandNamed(name)));
      return 0;
    }
    if (name === undefined && options.includes('--version')) {
      await desk.print(asJson ? printableJson({ version: version() }) : `${version()}\n`);
      return 0;
    }
    if (name === undefined) throw new UsageError('Say what to do.', seeHelp());
    return await answer(commandNamed(name), args.toSpliced(at, 1), asJson, desk);
  } catch (thrown) {
    const failure = thrown instanceof UsageError ? thrown : toFailure(thrown);
    await report(failure, asJson, desk);
    return thrown instanceof UsageError ? 2 : 1;
  }
}

async function answer(
  command: Command,
  args: string[],
  asJson: boolean,
  desk: Desk,
): Promise<0 | 1> {
  const { text, json, problems } = await command.run(args, desk);
  if (asJson) await desk.print(printableJson(json));
  else if (text.length > 0) await desk.print(text);
  for (const problem of problems) desk.say(printable(problem));
  return problems.length > 0 ? 1 : 0;
}

async function report(failure: Failure, asJson: boolean, desk: Desk) {
  const { code, message, advice } = failure;
  if (asJson) await desk.print(printableJson({ error: { code, message, advice } }));
  desk.say(printable(`longhand: ${failureWords(failure)}`));
}

/** Where the command's name stands; it may follow options that all commands share. */
function findCommandName(args: readonly string[]): number {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (takesValue.has(arg)) at++;
    else if (!arg.startsWith('-')) return at;
  }
  return args.length;
}

const takesValue: ReadonlySet<string> = new Set(
  Object.entries(commonOptions).flatMap(([name, { type }]) =>
    type === 'string' ? [`--${name}`] : [],
  ),
);

function commandNamed(name: string): Command {
  const command = commands.find((each) => each.name === name);
  if (!command) throw new UsageError(`There is no command “${name}”.`, seeHelp());
  return command;
}

function seeHelp(): string {
  return `The commands are ${commands.map(({ name }) => name).join(', ')}; see --help.`;
}
