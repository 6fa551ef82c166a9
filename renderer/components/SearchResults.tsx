import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { counted } from '#renderer/state/countWords.ts';
import { cursorAfterKey } from '#renderer/state/listSelection.ts';
import { keepInRange } from './keepInRange.ts';
import { SearchHitRow } from './SearchHitRow.tsx';
import { useStudio } from './StudioContext.tsx';

const hitHeight = 76;

/** What the search found, best first, each in its sentence. Enter opens it at its line. */
export function SearchResults() {
  const { search, desk, notices } = useStudio();
  const { text, hits, complete, reading, cursor } = useStore(search.store);
  const scroller = useRef<HTMLDivElement>(null);
  const count = hits?.length ?? 0;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => hitHeight,
    overscan: 6,
    paddingStart: 4,
    paddingEnd: 8,
    rangeExtractor: (range) => keepInRange(range, cursor),
  });
  useEffect(() => {
    if (cursor < count) virtual.scrollToIndex(cursor);
  }, [cursor, count, virtual]);

  function open(index: number) {
    const hit = hits?.[index];
    if (!hit) return;
    search.moveTo(index);
    void notices.attempt(() => desk.open(hit.id, { focus: 'text', line: hit.line }));
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / hitHeight);
    const next = cursorAfterKey(event.key, cursor, count, page);
    if (event.key === 'ArrowUp' && cursor === 0) {
      event.preventDefault();
      document.getElementById('library-search')?.focus();
    } else if (next !== null) {
      event.preventDefault();
      search.moveTo(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(cursor);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      search.clear();
      document.getElementById('library-search')?.focus();
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      document.getElementById('library-search')?.focus();
    }
  }

  return (
    <>
      <p className="search-count" role="status">
        {reading
          ? 'Still reading the library…'
          : hits === null || !complete
            ? ''
            : count === 0
              ? `Nothing found for “${text.trim()}”.`
              : counted(count, 'place')}
      </p>
      {count > 0 && (
        <div
          ref={scroller}
          className="essay-list"
          role="listbox"
          aria-label="Found"
          aria-activedescendant={`hit-${cursor}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div
            className="essay-rows"
            role="presentation"
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map(({ index, start, key }) => (
              <SearchHitRow
                key={key}
                id={`hit-${index}`}
                hit={hits![index]!}
                top={start}
                place={index + 1}
                count={count}
                isCursor={index === cursor}
                onClick={() => open(index)}
              />
            ))}
          </div>
        </div>
      )}
    </>
  );
}
