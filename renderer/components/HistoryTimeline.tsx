import { ArrowLeft } from 'lucide-react';
import { useStore } from 'zustand';
import { HistoryHits } from './HistoryHits.tsx';
import { HistorySessions } from './HistorySessions.tsx';
import { PastSearch } from './PastSearch.tsx';
import { useStudio } from './StudioContext.tsx';

/** Beside the text: the way back, a search through the past, and its sessions or what was found. */
export function HistoryTimeline() {
  const { history, commands, sheets } = useStudio();
  const sought = useStore(history.store, (state) => state.sought);
  const problem = useStore(history.store, (state) => state.problem);
  const canName = commands.can('essay.nameVersion');
  return (
    <aside className="history-timeline" aria-label="Timeline" data-pane="timeline">
      <div className="history-head">
        <button
          type="button"
          className="quiet-button history-back"
          title="Back to writing (Esc)"
          onClick={history.close}
        >
          <ArrowLeft size={14} strokeWidth={1.5} aria-hidden="true" />
          Back to writing
        </button>
      </div>
      <PastSearch />
      {problem && (
        <p className="history-problem" role="alert">
          {problem}
        </p>
      )}
      {sought === '' ? <HistorySessions /> : <HistoryHits />}
      <div className="history-foot">
        <button
          type="button"
          className="quiet-button"
          title={commands.withKey('essay.nameVersion')}
          disabled={!canName}
          onClick={() => sheets.open({ kind: 'nameVersion' })}
        >
          Name this version…
        </button>
      </div>
    </aside>
  );
}
