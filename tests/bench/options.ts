import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Names of measurements; empty for all. */
  readonly only: readonly string[];
  readonly quick: boolean;
  /** A miss fails the run. */
  readonly strict: boolean;
  /** The table as Markdown, for the README. */
  readonly markdown: boolean;
}

/** Reads `--only NAME` (repeatable), `--quick`, `--strict` and `--markdown`; throws with a sentence for anything else. */
export function readOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((name) => !names.includes(name));
  if (unknown)
    throw new Error(`There is no measurement '${unknown}'. There are: ${names.join(', ')}.`);
  return values;
}
