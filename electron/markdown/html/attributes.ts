import type { DefaultTreeAdapterTypes } from 'parse5';
import { safeLink } from '../safeUrl.ts';

/**
 * The attributes an element keeps, in their order, with values a page can carry. Never a handler, a name, a style
 * beyond a cell's alignment, or an address that could run or load something.
 */
export function cleanAttributes(
  element: DefaultTreeAdapterTypes.Element,
): (readonly [name: string, value: string])[] {
  const kept: (readonly [string, string])[] = [];
  for (const { name, value } of element.attrs) {
    const clean = valueFor(element.tagName, name)?.(value);
    if (clean !== undefined && clean !== null) kept.push([name, clean]);
  }
  return kept;
}

/** Reads a value and gives what may stand in the page, or null to leave the attribute out. */
type Rule = (value: string) => string | null;

function valueFor(tag: string, name: string): Rule | undefined {
  return own(anyElement, name) ?? own(own(byElement, tag) ?? {}, name);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const anything: Rule = (value) => value;
const present: Rule = () => '';
const matching =
  (pattern: RegExp): Rule =>
  (value) =>
    pattern.test(value) ? value : null;
const wordsMatching =
  (pattern: RegExp): Rule =>
  (value) =>
    value
      .split(/[\t\n\f\r ]+/)
      .filter((word) => pattern.test(word))
      .join(' ') || null;

const idPattern = /^[\p{L}\p{M}\p{N}_:.-]{1,200}$/u;
const wholeNumber = matching(/^-?\d{1,6}$/);
const size = matching(/^\d{1,5}%?$/);
const align = matching(/^(?:left|center|right)$/i);
const moment = matching(/^[\d:.TZPWYMDHS+ -]{1,60}$/i);

/** The page's own classes, so that an essay cannot dress its text as something it is not. */
const classes = wordsMatching(
  /^(?:language-[\p{L}\p{N}_+#.;:-]{1,40}|(?:hljs|footnotes?|alert|task|missing|heading|anchor|figure|math|diagram|code|caption|cross|toc)(?:-[a-z0-9-]+)?|(?:built_in|[a-z]+_{1,2}))$/u,
);

const anyElement: Readonly<Record<string, Rule>> = {
  id: matching(idPattern),
  class: classes,
  title: anything,
  lang: matching(/^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/i),
  dir: matching(/^(?:ltr|rtl|auto)$/i),
  role: matching(/^(?:doc-[a-z]{1,30}|note|group|region)$/),
  'aria-label': anything,
  'aria-hidden': matching(/^true$/),
  'aria-describedby': wordsMatching(idPattern),
  'aria-labelledby': wordsMatching(idPattern),
};

const cell = {
  align,
  colspan: wholeNumber,
  rowspan: wholeNumber,
  style: matching(/^text-align:(?:left|center|right)$/),
};
const block = { align };
const edit = { cite: safeLink, datetime: moment };

const byElement: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  a: {
    href: safeLink,
    rel: wordsMatching(/^(?:nofollow|noopener|noreferrer|external|ugc|author|license|tag|me)$/),
  },
  blockquote: { cite: safeLink },
  col: { span: wholeNumber },
  colgroup: { span: wholeNumber },
  del: edit,
  details: { open: present },
  div: { ...block, hidden: present, tabindex: matching(/^0$/) },
  h1: block,
  h2: block,
  h3: block,
  h4: block,
  h5: block,
  h6: block,
  img: { alt: anything, width: size, height: size },
  input: { checked: present },
  ins: edit,
  li: { value: wholeNumber },
  ol: { start: wholeNumber, reversed: present, type: matching(/^[1aAiI]$/) },
  p: block,
  pre: { tabindex: matching(/^0$/) },
  q: { cite: safeLink },
  table: { tabindex: matching(/^0$/) },
  td: cell,
  th: { ...cell, scope: matching(/^(?:col|row|colgroup|rowgroup)$/i), abbr: anything },
  time: { datetime: moment },
  tr: block,
};
