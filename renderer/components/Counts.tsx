import { useStore } from 'zustand';
import { counted } from '#renderer/state/countWords.ts';
import { useStudio } from './StudioContext.tsx';

/** Words and reading time of the essay, or of what is selected in it. */
export function Counts() {
  const { desk } = useStudio();
  const statistics = useStore(desk.store, (state) => state.statistics);
  const selected = useStore(desk.store, (state) => state.selected);
  if (selected && selected.characters > 0) {
    return (
      <span className="counts">
        {counted(selected.words, 'word')}, {counted(selected.characters, 'character')} selected
      </span>
    );
  }
  if (!statistics) return null;
  return (
    <span className="counts">
      <span>{counted(statistics.words, 'word')}</span>
      <span>{statistics.minutes.toLocaleString('en')} min</span>
    </span>
  );
}
