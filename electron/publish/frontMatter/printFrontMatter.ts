import { StudioError } from '#contract/errors.ts';
import type { FrontMatterStyle } from '#contract/publishing.ts';
import { tomlText } from '#markdown/frontMatter/tomlText.ts';
import { isTime, type Value } from '#markdown/frontMatter/values.ts';
import { yamlText } from '#markdown/frontMatter/yamlText.ts';

/** A key, which may lead into objects by dots, and its value. */
export type Entry = readonly [key: string, value: Value];

/**
 * A front matter of these keys in this order, with its fences and the line break after; '' for none.
 * Two values for one key, or a value where another key needs an object, are refused as `invalid`.
 */
export function printFrontMatter(entries: readonly Entry[], style: FrontMatterStyle): string {
  if (entries.length === 0) return '';
  return printers[style](treeOf(entries));
}

type Tree = Map<string, Value | Tree>;

function treeOf(entries: readonly Entry[]): Tree {
  const root: Tree = new Map();
  for (const [key, value] of entries) {
    const path = key.split('.');
    if (path.includes('')) throw refusal(`“${key}” cannot be the name of a field.`);
    const last = path.pop()!;
    let branch = root;
    for (const name of path) {
      const inner = branch.get(name) ?? new Map();
      if (!(inner instanceof Map)) throw refusal(`“${key}” and “${name}” cannot both be fields.`);
      branch.set(name, inner);
      branch = inner;
    }
    if (branch.has(last)) throw refusal(`Two things would be written as “${key}”.`);
    branch.set(last, value);
  }
  return root;
}

function refusal(message: string): StudioError {
  return new StudioError('invalid', message, 'Give each field of the target a name of its own.');
}

const printers: Readonly<Record<FrontMatterStyle, (tree: Tree) => string>> = {
  yaml: (tree) => `---\n${yamlLines(tree, '')}---\n`,
  toml: (tree) => `+++\n${tomlLines(tree, [])}+++\n`,
  json: (tree) => `${JSON.stringify(plain(tree), null, 2)}\n`,
  module: (tree) =>
    `export const metadata = ${JSON.stringify(plain(tree), null, 2).replace(/[\u2028\u2029]/g, escaped)};\n`,
};

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}

function yamlLines(tree: Tree, indent: string): string {
  return [...tree]
    .map(([key, value]) => {
      const name = `${indent}${yamlText(key, 'plain', true)}:`;
      if (value instanceof Map) return `${name}\n${yamlLines(value, `${indent}  `)}`;
      return `${name} ${yamlText(value)}\n`;
    })
    .join('');
}

/** What stands after a table's header belongs to the table, so tables come last. */
function tomlLines(tree: Tree, path: readonly string[]): string {
  const values = [...tree].filter(([, value]) => !(value instanceof Map));
  const tables = [...tree].filter(([, value]) => value instanceof Map);
  const lines = values.map(([key, value]) => `${tomlKey(key)} = ${tomlText(value)}\n`);
  const inner = tables.map(([key, table]) => {
    const name = [...path, tomlKey(key)];
    return `\n[${name.join('.')}]\n${tomlLines(table as Tree, name)}`;
  });
  return lines.join('') + inner.join('');
}

function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlText(key);
}

function plain(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, held]) => [key, plain(held)]));
  }
  return isTime(value) ? value.time : value;
}
