import { typeset } from './math/typeset.ts';
import { openPage, type PageOptions } from './openPage.ts';
import type { LivePage } from './types.ts';

/** The page of a source with all it needs; see `openPage`. Where formulas are loaded apart, call that. */
export function openLivePage(source: string, options: PageOptions = {}): LivePage {
  return openPage(source, typeset, options);
}
