import { type Command, commonOptions, type Options } from './command.ts';
import { commands } from './commands.ts';

/** What `longhand --help` prints. */
export function generalHelp(): string {
  const rows = commands.map(({ name, usage, summary }) => [`${name} ${usage}`, summary] as const);
  return `Longhand, a studio for long technical essays, without its window.

Usage: longhand COMMAND [options]

Commands:
${table(rows)}

Options of every command:
${optionTable({ ...commonOptions, version: { type: 'boolean', about: 'print the version' } })}

Exit codes: 0 done; 1 the work failed, in part or whole; 2 wrong usage, nothing was done.
`;
}

/** What `longhand COMMAND --help` prints. */
export function commandHelp({ name, usage, about, options }: Command): string {
  return `Usage: ${['longhand', name, usage, '[options]'].filter(Boolean).join(' ')}

${about}

Options:
${optionTable({ ...options, ...commonOptions })}
`;
}

function optionTable(options: Options): string {
  return table(
    Object.entries(options).map(([name, { value, about }]) => [
      `--${name}${value ? ` ${value}` : ''}`,
      about,
    ]),
  );
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
}
