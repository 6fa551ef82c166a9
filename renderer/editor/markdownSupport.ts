import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown';
import { LanguageDescription } from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import type { Extension } from '@codemirror/state';
import { GFM } from '@lezer/markdown';
import { parserGuard } from './budget/parserGuard.ts';
import { formulas } from './formulas.ts';

/**
 * Markdown as the page understands it: CommonMark with GFM and formulas. A fenced block is parsed by the language
 * it names, which is loaded when a fence first names it. Any text parses in short steps.
 */
export function markdownSupport(): Extension {
  return support;
}

/** The same with fenced blocks left plain: no code has to be parsed again as a text goes back and forth in time. */
export function proseSupport(): Extension {
  return prose;
}

const support = markdown({
  base: commonmarkLanguage,
  extensions: [GFM, parserGuard, formulas],
  codeLanguages: (info) => LanguageDescription.matchLanguageName(languages, info, true),
  addKeymap: false,
  completeHTMLTags: false,
  pasteURLAsLink: false,
});

const prose = markdown({
  base: commonmarkLanguage,
  extensions: [GFM, parserGuard],
  addKeymap: false,
  completeHTMLTags: false,
  pasteURLAsLink: false,
});
