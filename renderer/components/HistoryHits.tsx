import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { aroundHit } from '#renderer/history/aroundHit.ts';
import type { PastHit } from '#renderer/history/findInPast.ts';
import { beganWords } from '#renderer/history/momentWords.ts';
import { counted } from '#renderer/state/countWords.ts';
import { cursorAfterKey } from '#renderer/state/listSelection.ts';
import { keepInRange } from './keepInRange.ts';
import { Marked } from './Marked.tsx';
import { useStudio } from './StudioContext.tsx';

const hitHeight = 76;
const none: readonly PastHit[] = [];

/** The moments at which what is sought came in or went, the newest first. */
export function HistoryHits() {
  const { history } = useStudio();
  const hits = useStore(history.store, (state) => state.hits ?? none);
  const allSought = useStore(history.store, (state) => state.allSought);
  const sought = useStore(history.store, (state) => state.sought);
  const past = useStore(history.store, (state) => state.past);
  const cursor = useStore(history.store, ({ at }) => hits.findIndex(({ moment }) => moment === at));
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => hitHeight,
    overscan: 6,
    paddingStart: 4,
    paddingEnd: 8,
    rangeExtractor: (range) => keepInRange(range, cursor),
  });
  useEffect(() => {
    if (cursor >= 0) virtual.scrollToIndex(cursor);
  }, [cursor, virtual]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / hitHeight);
    const next = cursorAfterKey(event.key, cursor, hits.length, page);
    const hit = next === null ? undefined : hits[next];
    if (!hit) return;
    event.preventDefault();
    history.goTo(hit.moment);
  }

  return (
    <>
      <p className="search-count" role="status">
        {foundWords(hits.length, allSought, sought)}
      </p>
      {hits.length > 0 && (
        <div
          ref={scroller}
          className="essay-list"
          role="listbox"
          aria-label="Moments found"
          aria-activedescendant={cursor >= 0 ? `past-hit-${cursor}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
        >
          <div
            className="essay-rows"
            role="presentation"
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map(({ index, start, key }) => {
              const hit = hits[index]!;
              const { text, marks } = aroundHit(hit.line, sought);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list.
                <div
                  key={key}
                  id={`past-hit-${index}`}
                  className="essay-row history-row"
                  role="option"
                  aria-selected={index === cursor}
                  aria-posinset={index + 1}
                  aria-setsize={hits.length}
                  data-cursor={index === cursor}
                  style={{ transform: `translateY(${start}px)`, height: hitHeight - 2 }}
                  onClick={() => history.goTo(hit.moment)}
                >
                  <div className="history-session">
                    <span className="row-title">{hit.by > 0 ? 'Came in' : 'Went'}</span>
                    <span className="row-facts">
                      {beganWords(past?.moments[hit.moment]?.at ?? 0, new Date())}
                    </span>
                  </div>
                  <p className="hit-sentence" dir="auto">
                    <Marked text={text} marks={marks} />
                  </p>
                </div>
              );
            })}
          </div>
        </div>
      )}
    </>
  );
}

function foundWords(count: number, allSought: boolean, sought: string): string {
  if (!allSought) return count === 0 ? 'Looking…' : `${counted(count, 'moment')} so far…`;
  return count === 0 ? `“${sought.trim()}” was never in this essay.` : counted(count, 'moment');
}
