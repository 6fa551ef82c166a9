import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { EssayRow as Row } from '#contract/essay.ts';
import { order } from '#renderer/state/library.ts';
import { EssayMenu } from './EssayMenu.tsx';
import { EssayRow, rowHeight } from './EssayRow.tsx';
import { keepInRange } from './keepInRange.ts';
import { LibraryEmpty } from './LibraryEmpty.tsx';
import { useStudio } from './StudioContext.tsx';
import { TrashBar } from './TrashBar.tsx';
import { useListKeys } from './useListKeys.ts';
import { useListPointer } from './useListPointer.ts';

const noRows: readonly Row[] = [];

/**
 * The essays of the library. Arrow keys move, Enter opens, Shift and Mod select several, typing goes to the search.
 * Only the rows in view are in the page; the list itself has the focus and names its current row.
 */
export function EssayList() {
  const { library, desk } = useStudio();
  const rows = useStore(library.store, (state) => state.list?.rows ?? noRows);
  const count = useStore(library.store, (state) => rows.length + state.coming);
  const loaded = useStore(library.store, (state) => state.list !== null);
  const trashed = useStore(library.store, (state) => state.query.trashed);
  const selection = useStore(library.store, (state) => state.selection);
  const openId = useStore(desk.store, (state) => state.essay?.id ?? null);
  const list = useStore(library.store, (state) => state.list);
  const ids = useMemo(() => order(list), [list]);
  const cursor = selection.cursor === null ? -1 : ids.indexOf(selection.cursor);

  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
    paddingStart: 4,
    paddingEnd: 8,
    scrollPaddingStart: 4,
    scrollPaddingEnd: 8,
    rangeExtractor: (range) => keepInRange(range, cursor),
  });
  useEffect(() => {
    if (cursor >= 0) virtual.scrollToIndex(cursor);
  }, [cursor, virtual]);
  const onKeyDown = useListKeys(ids, scroller);
  const onRowClick = useListPointer(ids);

  if (loaded && rows.length === 0) return <LibraryEmpty />;
  return (
    <>
      {trashed && <TrashBar />}
      <EssayMenu>
        {/* The focus stays on the list and the row is named by it, because rows come and go as it scrolls. */}
        <div
          ref={scroller}
          className="essay-list"
          role="listbox"
          aria-label={trashed ? 'Essays in the trash' : 'Essays'}
          aria-multiselectable="true"
          aria-activedescendant={cursor >= 0 ? rowId(cursor) : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div
            className="essay-rows"
            role="presentation"
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (!row) return null;
              return (
                <EssayRow
                  key={item.key}
                  row={row}
                  id={rowId(item.index)}
                  top={item.start}
                  place={item.index + 1}
                  count={count}
                  isSelected={selection.ids.has(row.id)}
                  isCursor={item.index === cursor}
                  isOpen={row.id === openId}
                  onClick={onRowClick}
                />
              );
            })}
          </div>
        </div>
      </EssayMenu>
    </>
  );
}

function rowId(index: number): string {
  return `essay-row-${index}`;
}
