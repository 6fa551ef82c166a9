import type { EssayFields } from '#contract/essay.ts';
import { readFences } from './fences.ts';
import { interpret } from './interpret.ts';
import { parseValues } from './parseValues.ts';

export interface ReadFields {
  /** Only what the front matter says. */
  readonly fields: Partial<EssayFields>;
  /** A sentence for each value that was passed over. */
  readonly notes: readonly string[];
  /** A sentence with the line when the front matter cannot be read at all; there are no fields then. */
  readonly problem: string | null;
}

/** Reads the fields from a front matter with its fences, by the conventions of Hugo, Jekyll, Astro, Eleventy and dev.to. */
export function readFields(frontMatter: string): ReadFields {
  const fenced = readFences(frontMatter);
  if (!fenced) return { fields: {}, notes: [], problem: null };
  const parsed = parseValues(fenced);
  if ('failure' in parsed) {
    return {
      fields: {},
      notes: [],
      problem: `The front matter could not be read: ${parsed.failure}. It is kept as it is.`,
    };
  }
  const { fields, notes } = interpret(parsed.values);
  return { fields, notes, problem: null };
}
