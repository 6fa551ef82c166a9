import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { savedWords } from '#renderer/state/savedWords.ts';
import { useStudio } from './StudioContext.tsx';

/** What is saved, in words, and when; what to do where saving failed. */
export function SavedLine() {
  const { desk } = useStudio();
  const { words, advice, isFailed } = useStore(
    desk.store,
    useShallow(({ saved }) => ({
      ...savedWords(saved, new Date()),
      isFailed: saved.kind === 'failed',
    })),
  );
  return (
    <span className="saved-line" data-kind={isFailed ? 'failed' : 'well'}>
      <span role={isFailed ? 'alert' : undefined} title={advice ? `${words} ${advice}` : undefined}>
        {words}
        {advice && <span className="advice"> {advice}</span>}
      </span>
      {isFailed && (
        <button type="button" className="bar-button" onClick={desk.retry}>
          Retry
        </button>
      )}
    </span>
  );
}
