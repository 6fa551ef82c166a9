import type { DescriptionPatch } from '#contract/history.ts';
import type { Description } from '../essays/essayRecord.ts';

/** What is said about an essay as the history keeps it. */
export function flat(description: Description): Required<DescriptionPatch> {
  const { fields, slugIsSet, frontMatter, origin } = description;
  return { ...fields, slugIsSet, frontMatter, origin };
}

/** What of it has changed. */
export function changed(before: Description, after: Description): DescriptionPatch {
  const old: Readonly<Record<string, unknown>> = flat(before);
  return Object.fromEntries(
    Object.entries(flat(after)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]),
    ),
  );
}

/** The other way round from `flat`. */
export function unflat(flattened: Required<DescriptionPatch>): Description {
  const { slugIsSet, frontMatter, origin, ...fields } = flattened;
  return { fields, slugIsSet, frontMatter, origin };
}
