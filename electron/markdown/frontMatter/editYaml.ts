import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Path } from './interpret.ts';
import { lineBreakOf, lineStart, nextLine, spliced, type Value } from './values.ts';
import { type Quoting, yamlText } from './yamlText.ts';

/**
 * YAML with one value set, or its key removed where `value` is undefined; every other character stays. Null when the
 * document has no place for it. The caller checks the result by reading it.
 */
export function editYaml(content: string, path: Path, value: Value | undefined): string | null {
  const { contents } = parseDocument(content, { logLevel: 'silent', prettyErrors: false });
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return value === undefined ? content : added(content, '', path[0], value);
  }
  if (!isMap(contents) || contents.flow) return null;
  const outer = pairOf(contents, path[0]);
  if (path.length === 1) {
    if (value === undefined) return outer ? removed(content, outer) : content;
    return outer
      ? replaced(content, outer, value)
      : added(content, indentOf(content, contents), path[0], value);
  }
  const inner = outer && isMap(outer.value) ? pairOf(outer.value, path[1]) : undefined;
  return inner && value !== undefined ? replaced(content, inner, value) : null;
}

type MapPair = Pair<unknown, unknown>;

function pairOf(map: YAMLMap, key: string): MapPair | undefined {
  return map.items.find((pair) => (isScalar(pair.key) ? pair.key.value : pair.key) === key);
}

function replaced(content: string, pair: MapPair, value: Value): string | null {
  const node = pair.value as Node | null;
  if (isScalar(node) && node.range && !node.anchor && !node.tag && quotings[node.type ?? '']) {
    const [from, to] = node.range;
    if (to > from)
      return spliced(content, from, to, yamlText(value, quotings[node.type ?? ''], true));
  }
  if (isSeq(node) && node.range && !node.flow && Array.isArray(value)) {
    const [from] = node.range;
    const indent = content.slice(lineStart(content, from), from);
    if (/^ *$/.test(indent)) {
      const lines = value.map((item) => `- ${yamlText(item)}`);
      return spliced(
        content,
        from,
        valueEnd(content, node),
        lines.join(lineBreakOf(content) + indent),
      );
    }
  }
  const colon = colonOf(content, pair);
  if (colon === null) return null;
  return spliced(
    content,
    colon + 1,
    Math.max(colon + 1, valueEnd(content, node)),
    ` ${yamlText(value, 'plain', true)}`,
  );
}

const quotings: Readonly<Record<string, Quoting>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
};

function colonOf(content: string, pair: MapPair): number | null {
  const end = isScalar(pair.key) ? pair.key.range?.[1] : undefined;
  const gap = end === undefined ? null : /^[ \t]*:/.exec(content.slice(end, end + 100));
  return gap && end !== undefined ? end + gap[0].length - 1 : null;
}

/** Where a value's last character ends; a block's range runs on over the line breaks after it. */
function valueEnd(content: string, node: Node | null): number {
  const [from, to] = node?.range ?? [0, 0];
  return from + content.slice(from, to).trimEnd().length;
}

function added(content: string, indent: string, key: string, value: Value): string {
  const end = lineBreakOf(content);
  const gap = content === '' || /[\r\n]$/.test(content) ? '' : end;
  return `${content}${gap}${indent}${key}: ${yamlText(value)}${end}`;
}

function indentOf(content: string, map: YAMLMap): string {
  const key = map.items[0]?.key;
  const at = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  return /^ */.exec(content.slice(lineStart(content, at), at))?.[0] ?? '';
}

function removed(content: string, pair: MapPair): string | null {
  const from = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  const colon = colonOf(content, pair);
  if (from === undefined || colon === null) return null;
  const end = Math.max(colon, valueEnd(content, pair.value as Node | null));
  return spliced(content, lineStart(content, from), nextLine(content, end), '');
}
