import { editJson } from './editJson.ts';
import { editToml } from './editToml.ts';
import { editYaml } from './editYaml.ts';
import type { Fenced, FrontMatterFormat } from './fences.ts';
import type { Path } from './interpret.ts';
import { isoTime } from './isoTime.ts';
import { isObject, parseValues, type Values } from './parseValues.ts';
import { isTime, type Value } from './values.ts';

/** A value to put at a place, or undefined to remove what stands there. */
export interface Edit {
  readonly path: Path;
  readonly value: Value | undefined;
}

/**
 * A front matter with one value changed in place. Null when that cannot be done without changing what anything else in
 * it says: the result is read again and compared.
 */
export function editFrontMatter(fenced: Fenced, edit: Edit): Fenced | null {
  const before = parseValues(fenced);
  if ('failure' in before) return null;
  for (const { path, value } of [edit, throughParent(edit, before.values)]) {
    const content = attempt(() => editors[fenced.format](fenced.content, path, value));
    if (content === null) continue;
    const edited = { ...fenced, content };
    const after = parseValues(edited);
    if (!('failure' in after) && says(after.values, before.values, edit)) return edited;
  }
  return null;
}

const editors: Readonly<
  Record<
    FrontMatterFormat,
    (content: string, path: Path, value: Value | undefined) => string | null
  >
> = { yaml: editYaml, toml: editToml, json: editJson };

/** The same change made by writing the whole object that holds the key. */
function throughParent({ path: [key, inner], value }: Edit, values: Values): Edit {
  const holder = values[key];
  if (inner === undefined || !isObject(holder)) return { path: [key], value };
  const { [inner]: _, ...rest } = holder;
  return { path: [key], value: value === undefined ? rest : { ...rest, [inner]: value } };
}

function attempt(edit: () => string | null): string | null {
  try {
    return edit();
  } catch {
    // A document the editors do not follow; it stays as it is.
    return null;
  }
}

function says(after: Values, before: Values, edit: Edit): boolean {
  const { path, value } = throughParent(edit, before);
  const { [path[0]]: now, ...others } = after;
  const { [path[0]]: _, ...same } = before;
  if (!equal(others, same)) return false;
  if (value === undefined) return !Object.hasOwn(after, path[0]);
  return equal(now, value);
}

/** Deep equality, the order of keys aside; a time equals each text that says it. */
function equal(a: unknown, b: unknown): boolean {
  if (isTime(b)) return typeof a === 'string' && isoTime(a) === isoTime(b.time);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => equal(item, b[at]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
    );
  }
  return Object.is(a, b);
}
