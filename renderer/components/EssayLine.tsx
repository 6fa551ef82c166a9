import { useStore } from 'zustand';
import { counted } from '#renderer/state/countWords.ts';
import { StatusMenu } from './StatusMenu.tsx';
import { useStudio } from './StudioContext.tsx';

/** The faint line under the title: status, tags, series and words. A click on it opens the details. */
export function EssayLine() {
  const { desk, sheets } = useStudio();
  const essay = useStore(desk.store, (state) => state.essay);
  const words = useStore(desk.store, (state) => state.statistics?.words ?? null);
  if (!essay) return null;
  const series = seriesWords(essay.series, essay.seriesPlace);
  const facts = [
    essay.tags.join(', '),
    series,
    words === null ? '' : counted(words, 'word'),
  ].filter((fact) => fact !== '');
  return (
    <div className="essay-line">
      <StatusMenu status={essay.status} onChange={(status) => desk.describe({ status })} />
      <button
        type="button"
        className="essay-facts"
        onClick={() => sheets.open({ kind: 'details' })}
      >
        <span className="unseen">Details</span>
        {facts.map((fact) => (
          <span key={fact} className="essay-fact" dir="auto">
            {fact}
          </span>
        ))}
      </button>
    </div>
  );
}

function seriesWords(series: string, place: number | null): string {
  if (series === '') return '';
  return place === null ? series : `${series}, ${place}`;
}
