import { lineStarts, proseOnly, type Span } from '../source/proseOnly.ts';
import { type Splice, spliceAll } from '../source/spliceAll.ts';
import { mdxFences } from './mdxFences.ts';

/**
 * Markdown as MDX reads it: braces and `<` of prose are text, addresses in angle brackets are links, comments are MDX's,
 * a line that begins like a module's is prose, and code that was indented has fences. Raw HTML that closes all it opens
 * stays, with its void elements closed; any other is shown as text.
 */
export function mdxProse(source: string): string {
  const { text, blocks, spans, html } = proseOnly(source);
  const starts = lineStarts(source);
  // A line that begins with a tag, a brace or a fence ends a paragraph there, code or not; a space reads the same.
  const joined = spans.flatMap(([from, to]) =>
    [...source.slice(from, to).matchAll(/[ \t]*(?:\r\n|\n|\r)[ \t]*(?=[^>\s])/g)].map(
      ({ index, 0: gap }): Splice => ({
        from: from + index,
        to: from + index + gap.length,
        insert: ' ',
      }),
    ),
  );
  // Inside a list it has no fences to hang on to, and becomes text.
  const bare = blocks
    .filter(({ kind, depth }) => kind === 'indented' && depth > 0)
    .flatMap(({ from, to }) => {
      const start = starts[from]!;
      return bareMarks(source.slice(start, starts[to] ?? source.length)).map(
        (at): Splice => ({ from: start + at, to: start + at, insert: '\\' }),
      );
    });
  return spliceAll(source, [
    ...mdxFences(source, blocks),
    ...joined,
    ...bare,
    ...marks(text, html),
  ]);
}

function marks(text: string, html: readonly Span[]): Splice[] {
  const tags = [...text.replace(comment, blank).replace(destination, blank).matchAll(tag)];
  const kept = balanced(tags, text);
  const splices: Splice[] = [];
  const put = (found: RegExpExecArray | RegExpMatchArray, insert: string) =>
    splices.push({ from: found.index!, to: found.index! + found[0].length, insert });
  for (const found of text.matchAll(comment)) {
    // An empty line would end the paragraph that the comment stands in.
    const said = found[1]!.replaceAll('*/', '* /').replace(/[ \t]*[\r\n]\s*/g, ' ');
    put(found, `{/*${said}*/}`);
  }
  for (const found of text.matchAll(/(?<!(?<!\\)(?:\\\\)*\\)<((?:https?|mailto):[^\s<>]+)>/gi)) {
    put(found, `[${found[1]!.replace(/[{}]/g, '\\$&')}](${found[1]!.replace(/[{}()]/g, encode)})`);
  }
  for (const found of text.matchAll(/(?<!(?<!\\)(?:\\\\)*\\)<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/g)) {
    put(found, `[${found[1]}](mailto:${found[1]})`);
  }
  for (const [at, found] of tags.entries()) if (kept.has(at)) put(found, asJsx(found));
  for (const found of text.matchAll(destination)) {
    const [, before = '', address = ''] = found;
    const from = found.index + before.length;
    const insert = address.replace(/[\s(){}]/g, encode);
    splices.push({ from, to: from + address.length + 2, insert });
  }
  for (const at of bareMarks(text)) splices.push({ from: at, to: at + 1, insert: `\\${text[at]}` });
  for (const at of html.flatMap((span) => literalMarks(text, span))) {
    splices.push({ from: at, to: at, insert: '\\' });
  }
  for (const found of text.matchAll(/^(?:import|export)(?=[\s{*])/gm)) {
    put(found, `&#${found[0].charCodeAt(0)};${found[0].slice(1)}`);
  }
  // What is found first at a place wins over a bare mark inside it.
  return splices.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Where braces and angle brackets stand that no backslash makes text. */
function bareMarks(text: string): number[] {
  return [...text.matchAll(/(?<!(?<!\\)(?:\\\\)*\\)[{}<]/g)].map(({ index }) => index);
}

/** Where MDX, which reads Markdown within raw HTML too, would take its text for marks. */
function literalMarks(text: string, [from, to]: Span): number[] {
  const within = text.slice(from, to).replace(comment, blank).replace(tag, blank);
  return [...within.matchAll(/(?<!\\)[`*_~[\]|]|(?<=^[ \t]*)[#+=-]|(?<=^[ \t]*\d{1,9})[.)]/gm)].map(
    ({ index }) => from + index,
  );
}

const comment = /(?<!(?<!\\)(?:\\\\)*\\)<!--([\s\S]*?)-->/g;

/** Where a link leads, in angle brackets. */
const destination =
  /(\]\([ \t]*|^[ \t>]*\[[^\]\r\n]+\]:[ \t]*)<([^<>\r\n]+)>(?=[ \t]*[)"'(]|[ \t]*$)/gm;

/** The same place, without what stands there. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, '\ufffc');
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

const tag =
  /(?<!(?<!\\)(?:\\\\)*\\)<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:\s*=\s*(?:"[^"{}]*"|'[^'{}]*'|[^\s"'=<>`{}]+))?)*)\s*(\/?)>/gi;

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Which of the tags close themselves, or stand in pairs that MDX takes: within a line, or each alone on a line. */
function balanced(tags: readonly RegExpMatchArray[], text: string): Set<number> {
  const kept = new Set<number>();
  const open: { name: string; at: number }[] = [];
  for (const [at, [, slash, name = '', , selfClosed]] of tags.entries()) {
    const lower = name.toLowerCase();
    if (voids.has(lower)) {
      if (!slash) kept.add(at);
    } else if (selfClosed) kept.add(at);
    else if (!slash) open.push({ name: lower, at });
    else {
      const opened = open.at(-1);
      if (opened?.name !== lower) continue;
      open.pop();
      if (isPair(tags[opened.at]!, tags[at]!, text)) kept.add(opened.at).add(at);
    }
  }
  return kept;
}

function isPair(opening: RegExpMatchArray, closing: RegExpMatchArray, text: string): boolean {
  const from = opening.index! + opening[0].length;
  const between = text.slice(from, closing.index);
  if (/[\r\n]/.test(between)) return isAlone(opening, text) && isAlone(closing, text);
  // Emphasis or a link that begins inside must end there.
  return !/[`*_~[\]|]/.test(between.replace(wholeMarks, ''));
}

const wholeMarks =
  /\*\*[^\s*](?:[^*]*[^\s*])?\*\*|\*[^\s*](?:[^*]*[^\s*])?\*|\b_[^\s_](?:[^_]*[^\s_])?_\b|\[[^[\]]*\]\([^()\s]*\)/g;

/** Whether a tag has a line to itself, which begins with it. */
function isAlone(found: RegExpMatchArray, text: string): boolean {
  const end = found.index! + found[0].length;
  const before = text.charAt(found.index! - 1);
  return (
    (before === '' || /[\r\n]/.test(before)) &&
    /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 200))
  );
}

/** A tag with quoted attributes under the names JSX has for them, without style, which JSX does not take as text. */
function asJsx([, slash, name = '', attributes = '', selfClosed]: RegExpMatchArray): string {
  if (slash) return `</${name.toLowerCase()}>`;
  const pattern = /([a-z][a-z0-9-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/gi;
  const written = [...attributes.matchAll(pattern)]
    .map(([, key = '', value]) => [key.toLowerCase(), value] as const)
    .filter(([key]) => key !== 'style' && !key.startsWith('on'))
    .map(([key, value]) => {
      const quoted = value && !/^["']/.test(value) ? `"${value}"` : value;
      const inJsx = jsxNames[key] ?? key;
      return quoted ? ` ${inJsx}=${quoted}` : ` ${inJsx}`;
    });
  const closes = selfClosed || voids.has(name.toLowerCase());
  return `<${name.toLowerCase()}${written.join('')}${closes ? ' /' : ''}>`;
}

const jsxNames: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  tabindex: 'tabIndex',
  srcset: 'srcSet',
  datetime: 'dateTime',
};
