import { useStore } from 'zustand';
import { savedWords } from '#renderer/state/savedWords.ts';
import { useStudio } from './StudioContext.tsx';

/** What is saved, in words, and when; what to do where saving failed. */
export function SavedLine() {
  const { desk } = useStudio();
  const saved = useStore(desk.store, (state) => state.saved);
  const { words, advice } = savedWords(saved, new Date());
  return (
    <span className="saved-line" data-kind={saved.kind}>
      <span
        role={saved.kind === 'failed' ? 'alert' : undefined}
        title={advice ? `${words} ${advice}` : undefined}
      >
        {words}
        {advice && <span className="advice"> {advice}</span>}
      </span>
      {saved.kind === 'failed' && (
        <button type="button" className="bar-button" onClick={desk.retry}>
          Retry
        </button>
      )}
    </span>
  );
}
