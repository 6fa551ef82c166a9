/** What a fence's info string says of the code in it. */
export interface FenceInfo {
  /** Its first word; '' without one. */
  readonly language: string;
  readonly title: string;
  /** Whether a line, counted from 1, is to be pointed out. */
  readonly isMarked: (line: number) => boolean;
  readonly hasMarks: boolean;
  readonly isNumbered: boolean;
}

/**
 * Reads an info string in the form that sites' generators share: `ts title="lease.ts" {2,4-6} showLineNumbers`. What it
 * does not know it passes over.
 */
export function fenceInfo(info: string): FenceInfo {
  const language = fenceLanguage(info);
  const rest = info.trimStart().slice(language.length);
  if (rest === '') return { ...saysNothing, language };
  const words = rest.replace(/"[^"]*"|'[^']*'|\{[^{}]*\}/g, ' ');
  const ranges = [...rest.matchAll(markedLines)].flatMap(([, list = '']) => rangesIn(list));
  const title = /(?:^|[\s{,])title=(?:"([^"]*)"|'([^']*)'|([^\s{}"',]+))/.exec(rest);
  return {
    language,
    title: (title?.[1] ?? title?.[2] ?? title?.[3] ?? '').trim(),
    isMarked: (line) => ranges.some(([from, to]) => line >= from && line <= to),
    hasMarks: ranges.length > 0,
    isNumbered: /(?:^|[\s,])showLineNumbers(?=[\s,]|$)/.test(words),
  };
}

/** The first word of an info string; '' without one. */
export function fenceLanguage(info: string): string {
  return firstWord.exec(info)?.[1] ?? '';
}

const firstWord = /^\s*([^\s{,]+)/;

const saysNothing: Omit<FenceInfo, 'language'> = {
  title: '',
  isMarked: () => false,
  hasMarks: false,
  isNumbered: false,
};

const markedLines = /\{([\d\s,-]+)\}/g;

/** More than this is no list a writer made. */
const mostRanges = 100;

function rangesIn(list: string): (readonly [from: number, to: number])[] {
  return list
    .split(',', mostRanges)
    .map((range) => /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(range))
    .flatMap((found) => (found ? [[Number(found[1]), Number(found[2] ?? found[1])] as const] : []));
}
