import type { EssayId } from '#contract/essay.ts';

/** What is selected in the library's list. `cursor` is the row that keys move, `anchor` where a range began. */
export interface ListSelection {
  readonly ids: ReadonlySet<EssayId>;
  readonly cursor: EssayId | null;
  readonly anchor: EssayId | null;
}

export const nothingSelected: ListSelection = { ids: new Set(), cursor: null, anchor: null };

/** Just this essay. */
export function selectOne(id: EssayId): ListSelection {
  return { ids: new Set([id]), cursor: id, anchor: id };
}

/** Adds the essay, or takes it out when it was in. */
export function toggleOne(selection: ListSelection, id: EssayId): ListSelection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, cursor: id, anchor: id };
}

/** Everything from the anchor to this essay, in the order of the list. */
export function extendTo(
  selection: ListSelection,
  id: EssayId,
  order: readonly EssayId[],
): ListSelection {
  const anchor = selection.anchor ?? id;
  const [from, to] = [order.indexOf(anchor), order.indexOf(id)].sort((a, b) => a - b);
  if (from === undefined || to === undefined || from < 0) return selectOne(id);
  return { ids: new Set(order.slice(from, to + 1)), cursor: id, anchor };
}

/** The whole list; the cursor stays. */
export function selectAll(selection: ListSelection, order: readonly EssayId[]): ListSelection {
  return { ...selection, ids: new Set(order) };
}

/**
 * What stays selected when the list has changed. Where the cursor's essay has gone, the one now in its place
 * takes the cursor, so that keys go on from there.
 */
export function keepSelected(
  selection: ListSelection,
  before: readonly EssayId[],
  after: readonly EssayId[],
): ListSelection {
  const here = new Set(after);
  const ids = new Set([...selection.ids].filter((id) => here.has(id)));
  if (selection.cursor === null || here.has(selection.cursor)) {
    const anchor =
      selection.anchor !== null && here.has(selection.anchor) ? selection.anchor : null;
    return { ids, cursor: selection.cursor, anchor: anchor ?? selection.cursor };
  }
  const place = Math.min(before.indexOf(selection.cursor), after.length - 1);
  const cursor = after[Math.max(0, place)] ?? null;
  if (cursor === null) return nothingSelected;
  return { ids: ids.size > 0 ? ids : new Set([cursor]), cursor, anchor: cursor };
}

/** Where a key takes the cursor in a list of `count` rows, `page` of them in view; null for any other key. */
export function cursorAfterKey(
  key: string,
  cursor: number,
  count: number,
  page: number,
): number | null {
  if (count === 0) return null;
  const within = (place: number) => Math.max(0, Math.min(count - 1, place));
  switch (key) {
    case 'ArrowDown':
      return within(cursor + 1);
    case 'ArrowUp':
      return within(cursor < 0 ? count - 1 : cursor - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return within(cursor + Math.max(1, page - 1));
    case 'PageUp':
      return within(cursor - Math.max(1, page - 1));
    default:
      return null;
  }
}
