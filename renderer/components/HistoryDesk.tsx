import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { titleWords } from '#renderer/state/titleWords.ts';
import { HistoryControls } from './HistoryControls.tsx';
import { HistoryDifference } from './HistoryDifference.tsx';
import { HistoryPage } from './HistoryPage.tsx';
import { HistoryText } from './HistoryText.tsx';
import { HistoryTimeline } from './HistoryTimeline.tsx';
import { PaneSplit } from './PaneSplit.tsx';
import { useStudio } from './StudioContext.tsx';
import { useHistoryKeys } from './useHistoryKeys.ts';

/** The life of the essay on the desk, in place of editor and page: its sessions, and any moment of it. */
export function HistoryDesk() {
  const { history, preferences } = useStudio();
  const title = useStore(history.store, (state) => state.essay?.title ?? '');
  const comparing = useStore(history.store, (state) => state.comparison !== null);
  const layout = useStore(preferences.store, (state) => state.layout);
  const textSize = useStore(preferences.store, (state) => state.textSize);
  const split = useStore(preferences.store, (state) => state.split);
  const place = useRef<HTMLElement>(null);
  const onKeyDown = useHistoryKeys();
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[role="slider"]')?.focus();
  }, []);
  return (
    <section
      ref={place}
      className="history"
      aria-label={`History of ${titleWords(title)}`}
      style={{ '--writing-size': `${textSize}px` }}
      onKeyDown={onKeyDown}
    >
      {(comparing || layout === 'page') && <h1 className="unseen">{titleWords(title)}</h1>}
      <HistoryTimeline />
      <div className="history-stage" data-pane="past">
        {comparing && <HistoryDifference />}
        <div
          className="desk history-panes"
          data-layout={layout}
          style={{ '--split': split }}
          hidden={comparing}
        >
          <HistoryText hidden={layout === 'page'} />
          {layout === 'side-by-side' && <PaneSplit label="Text and page" />}
          <HistoryPage hidden={layout === 'editor'} />
        </div>
        <HistoryControls />
      </div>
    </section>
  );
}
