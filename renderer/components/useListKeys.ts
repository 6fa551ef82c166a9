import type { KeyboardEvent, RefObject } from 'react';
import type { EssayId } from '#contract/essay.ts';
import {
  cursorAfterKey,
  extendTo,
  selectAll,
  selectOne,
  toggleOne,
} from '#renderer/state/listSelection.ts';
import { rowHeight } from './EssayRow.tsx';
import { useStudio } from './StudioContext.tsx';

/** The keys of the essay list. */
export function useListKeys(ids: readonly EssayId[], list: RefObject<HTMLElement | null>) {
  const { library, desk, essays, notices } = useStudio();

  return (event: KeyboardEvent) => {
    const { selection, query } = library.store.getState();
    const cursor = selection.cursor === null ? -1 : ids.indexOf(selection.cursor);
    const page = Math.floor((list.current?.clientHeight ?? 0) / rowHeight);
    const mod = event.ctrlKey || event.metaKey;
    const next = mod || event.altKey ? null : cursorAfterKey(event.key, cursor, ids.length, page);
    const nextId = next === null ? undefined : ids[next];
    if (nextId !== undefined) {
      event.preventDefault();
      library.select(event.shiftKey ? extendTo(selection, nextId, ids) : selectOne(nextId));
      return;
    }
    if (mod && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      library.select(selectAll(selection, ids));
      return;
    }
    if (selection.cursor === null) return goToSearch(event);
    if (event.key === 'Enter' && !query.trashed) {
      event.preventDefault();
      void notices.attempt(() => desk.open(selection.cursor!, { focus: 'text' }));
    } else if (event.key === ' ' && mod) {
      event.preventDefault();
      library.select(toggleOne(selection, selection.cursor));
    } else if (event.key === 'F2' && !query.trashed) {
      event.preventDefault();
      void notices.attempt(() => desk.open(selection.cursor!, { focus: 'title' }));
    } else if (event.key === 'Delete' || (event.key === 'Backspace' && mod)) {
      event.preventDefault();
      essays.remove([...selection.ids]);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenuAtCursor(list.current);
    } else {
      goToSearch(event);
    }
  };
}

/** A letter typed at the list lands in the search field, because the focus moves before the letter does. */
function goToSearch(event: KeyboardEvent): void {
  const typed = event.key.length === 1 && event.key !== ' ';
  if (!typed || event.ctrlKey || event.metaKey || event.altKey) return;
  document.getElementById('library-search')?.focus();
}

/** Browsers open a menu asked for by key at the focused element, which is the whole list; it belongs at the row. */
function openMenuAtCursor(list: HTMLElement | null): void {
  const row = list?.querySelector('[data-cursor="true"]');
  if (!row) return;
  const box = row.getBoundingClientRect();
  row.dispatchEvent(
    new MouseEvent('contextmenu', {
      bubbles: true,
      cancelable: true,
      clientX: box.left + 24,
      clientY: box.top + box.height / 2,
    }),
  );
}
