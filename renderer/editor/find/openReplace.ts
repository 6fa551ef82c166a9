import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';

/** Opens the find panel with the replacement's field ready. */
export function openReplace(view: EditorView): boolean {
  openSearchPanel(view);
  view.dom.querySelector<HTMLInputElement>('.cm-search [name=replace]')?.focus();
  return true;
}
