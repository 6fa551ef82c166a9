import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import {
  beganWords,
  happenedWords,
  lengthWords,
  nameOf,
  sourceWords,
} from '#renderer/history/momentWords.ts';
import { sessionAt } from '#renderer/history/sessions.ts';
import { whenAtRest } from '#renderer/history/whenAtRest.ts';
import { cursorAfterKey } from '#renderer/state/listSelection.ts';
import { type TimelineRow, timelineRows } from '#renderer/state/timelineRows.ts';
import { keepInRange } from './keepInRange.ts';
import { useStudio } from './StudioContext.tsx';
import { WordChange } from './WordChange.tsx';

const heights = { session: 58, name: 34 } as const;
/** The list follows once the slider rests this long, in ms, */
const sliderRest = 180;
/** and while it goes on moving, this often. */
const followEvery = 2_000;

/** Every session of writing, the newest first, with the versions that have a name among them. */
export function HistorySessions() {
  const { history } = useStudio();
  const sessions = useStore(history.store, (state) => state.sessions);
  const past = useStore(history.store, (state) => state.past);
  const loading = useStore(history.store, (state) => state.loading);
  const rows = useMemo(() => timelineRows(sessions), [sessions]);
  const cursor = useStore(history.store, ({ at }) => rowShown(rows, sessionAt(sessions, at), at));
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]!.kind],
    getItemKey: (index) => `${rows[index]!.kind}${rows[index]!.moment}`,
    overscan: 8,
    paddingStart: 4,
    paddingEnd: 8,
    rangeExtractor: (range) => keepInRange(range, cursor),
  });
  const shown = useRef(cursor);
  useEffect(() => {
    shown.current = cursor;
    const isHere = scroller.current === document.activeElement;
    if (isHere && cursor >= 0) virtual.scrollToIndex(cursor);
  }, [cursor, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are followed anew.
  useEffect(() => {
    // Scrolling measures the window, which no step of the slider is to wait for.
    const following = whenAtRest({ rest: sliderRest, longest: followEvery }, () => {
      if (shown.current >= 0) virtual.scrollToIndex(shown.current);
    });
    following.ask();
    const unfollow = history.store.subscribe(({ at }, before) => {
      if (at !== before.at) following.ask();
    });
    return () => {
      unfollow();
      following.stop();
    };
  }, [history, virtual, rows]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / heights.session);
    const next = cursorAfterKey(event.key, cursor, rows.length, page);
    const row = next === null ? undefined : rows[next];
    if (!row) return;
    event.preventDefault();
    history.goTo(row.moment);
  }

  if (loading) {
    const part = Math.round((100 * loading.done) / Math.max(1, loading.all));
    return <p className="history-empty">{`Reading the history: ${part} %`}</p>;
  }
  if (!past || rows.length === 0)
    return <p className="history-empty">There is nothing to see yet.</p>;
  return (
    <div
      ref={scroller}
      className="essay-list"
      role="listbox"
      aria-label="Sessions"
      aria-activedescendant={cursor >= 0 ? `session-${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="essay-rows" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list.
            <div
              key={item.key}
              id={`session-${item.index}`}
              className="essay-row history-row"
              role="option"
              aria-selected={item.index === cursor}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              data-kind={row.kind}
              data-cursor={item.index === cursor}
              style={{ transform: `translateY(${item.start}px)`, height: heights[row.kind] - 2 }}
              onClick={() => history.goTo(row.moment)}
            >
              {row.kind === 'session' ? (
                <SessionRow place={row.session} />
              ) : (
                <div className="history-name" dir="auto">
                  {nameOf(past.moments[row.moment]!)}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Drawn again only when it changes: the list is drawn anew with every step of the slider. */
const SessionRow = memo(function SessionRow({ place }: { readonly place: number }) {
  const { history } = useStudio();
  const session = useStore(history.store, (state) => state.sessions[place]);
  const words = useStore(history.store, (state) => state.words.get(session?.first ?? -1));
  const past = useStore(history.store, (state) => state.past);
  if (!session || !past) return null;
  const beginning = past.moments[0]!;
  const notes = [
    ...(place === 0 && !(beginning.kind === 'start' && beginning.from === 'created')
      ? [happenedWords(beginning).toLowerCase()]
      : []),
    ...sourceWords(session.sources),
  ];
  return (
    <>
      <div className="history-session">
        <span className="row-title">{beganWords(session.began, new Date())}</span>
        <span className="row-facts">{lengthWords(session.length)}</span>
      </div>
      <div className="row-facts">
        {words && <WordChange came={words.came} gone={words.gone} />}
        <span className="history-notes">{notes.join(', ')}</span>
      </div>
    </>
  );
});

/** The row of a name when it is that moment that is shown, else of the session. */
function rowShown(rows: readonly TimelineRow[], session: number, at: number): number {
  const name = rows.findIndex((row) => row.kind === 'name' && row.moment === at);
  return name >= 0
    ? name
    : rows.findIndex((row) => row.kind === 'session' && row.session === session);
}
