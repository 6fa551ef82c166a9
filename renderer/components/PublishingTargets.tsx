import { ArrowLeft } from 'lucide-react';
import { useStore } from 'zustand';
import { kindWords } from '#renderer/state/targetWords.ts';
import { useStudio } from './StudioContext.tsx';

/** The way back, and the places to publish to. */
export function PublishingTargets() {
  const { publishing, sheets } = useStudio();
  const targets = useStore(publishing.store, (state) => state.targets);
  const chosen = useStore(publishing.store, (state) => state.chosen);
  return (
    <nav className="publishing-targets" aria-label="Targets" data-pane="timeline">
      <div className="history-head">
        <button
          type="button"
          className="quiet-button history-back"
          title="Back to writing (Esc)"
          data-first
          onClick={publishing.close}
        >
          <ArrowLeft size={14} strokeWidth={1.5} aria-hidden="true" />
          Back to writing
        </button>
      </div>
      <ul className="target-list">
        {(targets ?? []).map(({ id, name, kind }) => (
          <li key={id}>
            <button
              type="button"
              className="target-row"
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => publishing.choose(id)}
            >
              <span className="row-title" dir="auto">
                {name}
              </span>
              <span className="reason">{kindWords[kind]}</span>
            </button>
          </li>
        ))}
      </ul>
      {targets !== null && targets.length > 0 && (
        <div className="history-foot">
          <button
            type="button"
            className="quiet-button"
            onClick={() => sheets.open({ kind: 'target', target: null })}
          >
            Add a target…
          </button>
        </div>
      )}
    </nav>
  );
}
