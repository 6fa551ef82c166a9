import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { LineCounter, parseDocument, visit, YAMLError } from 'yaml';
import type { Fenced } from './fences.ts';

/** The keys at the top of a front matter: strings, numbers, booleans, null, lists and objects of these. */
export type Values = Readonly<Record<string, unknown>>;

/** What a front matter says, or a clause that says why it cannot be read, with the line in the file. */
export type Parsed = { readonly values: Values } | { readonly failure: string };

/** Reads the content of a front matter. A number whose digits matter (`1.10`, `007`) comes as its text, a time as text. */
export function parseValues({ format, content }: Fenced): Parsed {
  if (content.length > longest) return { failure: 'it is longer than 200,000 characters' };
  try {
    const values = parsers[format](content);
    return isObject(values) ? { values } : { failure: 'it is not a list of keys and values' };
  } catch (thrown) {
    return { failure: reason(thrown, content) };
  }
}

/** True for an object that is neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const longest = 200_000;

const parsers: Readonly<Record<Fenced['format'], (content: string) => unknown>> = {
  yaml: parseYaml,
  toml: (content) => withTimesAsText(parseToml(content, { integersAsBigInt: 'asNeeded' })),
  json: (content) => JSON.parse(content),
};

class Unreadable extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

function parseYaml(content: string): unknown {
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, logLevel: 'silent', schema: 'core' } as const;
  const document = parseDocument(content, options);
  const error = document.errors[0];
  if (error) throw new Unreadable(error.message, lineCounter.linePos(error.pos[0]).line);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && String(node.value) !== node.source) {
        node.value = node.source;
      }
    },
  });
  return document.toJS({ maxAliasCount: 50 }) ?? {};
}

function withTimesAsText(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withTimesAsText);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, withTimesAsText(held)]),
  );
}

function reason(thrown: unknown, content: string): string {
  // YAML and TOML start after the fence's line.
  if (thrown instanceof Unreadable) return `line ${thrown.line + 1}: ${sentence(thrown.message)}`;
  if (thrown instanceof TomlError) return `line ${thrown.line + 1}: ${sentence(thrown.message)}`;
  if (thrown instanceof SyntaxError) {
    const position = /position (\d+)/.exec(thrown.message)?.[1];
    const before = position === undefined ? content : content.slice(0, Number(position));
    return `line ${before.split(/\r\n|\n|\r/).length}: it is not valid JSON`;
  }
  if (thrown instanceof YAMLError || thrown instanceof Error) return sentence(thrown.message);
  return 'it is not understood';
}

/** The first line of a parser's message, without what it would end a sentence with. */
function sentence(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/^Invalid TOML document: /, '')
    .replace(/[.:\s]+$/, '');
}
