import { commonmarkLanguage } from '@codemirror/lang-markdown';
import { Language } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { GFM, type MarkdownParser } from '@lezer/markdown';
import { parserGuard } from './budget/parserGuard.ts';
import { formulas } from './formulas.ts';
import { nestedLanguages } from './nestedLanguages.ts';

/**
 * Markdown as the page understands it: CommonMark with GFM and formulas. A fenced block is parsed by the language
 * it names. Any text parses in short steps.
 */
export function markdownSupport(): Extension {
  return support;
}

/** The same with fenced blocks and raw HTML left plain: no code is parsed again as a text goes back and forth in time. */
export function proseSupport(): Extension {
  return prose;
}

/** The language's data carries what commands and comments go by. */
const { data, parser } = commonmarkLanguage as Language & { parser: MarkdownParser };

const support = new Language(
  data,
  parser.configure([GFM, parserGuard, formulas, nestedLanguages]),
  [],
  'markdown',
).extension;

const prose = new Language(data, parser.configure([GFM, parserGuard, formulas]), [], 'markdown')
  .extension;
