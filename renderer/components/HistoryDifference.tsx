import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { beganWords, nameOf } from '#renderer/history/momentWords.ts';
import { wordDifference } from '#renderer/history/wordDifference.ts';
import { type Compared, comparedMoment, comparedText } from '#renderer/state/history.ts';
import { Choice, type ChoiceItem } from './Choice.tsx';
import { DifferenceRows } from './DifferenceRows.tsx';
import { useStudio } from './StudioContext.tsx';
import { WordChange } from './WordChange.tsx';

const looks = [
  { look: 'inline', label: 'In one text' },
  { look: 'sides', label: 'Side by side' },
] as const;

/** What became of one moment's text in another's, word by word. */
export function HistoryDifference() {
  const { history } = useStudio();
  const comparison = useStore(history.store, (state) => state.comparison);
  const past = useStore(history.store, (state) => state.past);
  const from = useStore(history.store, (state) => comparedMoment(comparison?.from ?? 'now', state));
  const to = useStore(history.store, (state) => comparedMoment(comparison?.to ?? 'now', state));
  // The slider goes on while a long difference is still being found.
  const shown = useDeferredValue(useMemo(() => ({ from, to }), [from, to]));
  const difference = useMemo(
    () => past && wordDifference(comparedText(past, shown.from), comparedText(past, shown.to)),
    [past, shown],
  );
  const items = useComparedItems();
  if (!comparison || !difference || !past) return null;
  const { language } = past.fields(Math.max(0, shown.to));
  return (
    <section className="difference" aria-label="Comparison">
      <div className="difference-head">
        <span className="difference-ends">
          From
          <Choice
            label="From"
            items={items}
            value={comparison.from}
            onChange={(next) => history.compare({ from: next })}
          />
          to
          <Choice
            label="To"
            items={items}
            value={comparison.to}
            onChange={(next) => history.compare({ to: next })}
          />
        </span>
        <span className="difference-count" role="status">
          <WordChange came={difference.came} gone={difference.gone} />
        </span>
        <ToggleGroup className="layout-choice" aria-label="Show" value={[comparison.look]}>
          {looks.map(({ look, label }) => (
            <Toggle
              key={look}
              value={look}
              className="bar-button"
              onClick={() => history.compare({ look })}
            >
              {label}
            </Toggle>
          ))}
        </ToggleGroup>
      </div>
      <DifferenceRows
        key={`${shown.from} ${shown.to}`}
        difference={difference}
        look={comparison.look}
        language={language}
      />
    </section>
  );
}

function useComparedItems(): readonly ChoiceItem<Compared>[] {
  const { history } = useStudio();
  const past = useStore(history.store, (state) => state.past);
  const sessions = useStore(history.store, (state) => state.sessions);
  return useMemo(() => {
    const names = sessions.flatMap((session) => session.names).toReversed();
    return [
      { value: 'shown', label: 'this moment' },
      { value: 'now', label: 'now' },
      { value: 'session', label: 'before this session' },
      { value: 'beginning', label: 'the beginning' },
      ...names.map((moment, index): ChoiceItem<Compared> => {
        const named = past?.moments[moment];
        const label = `${nameOf(named)}, ${beganWords(named?.at ?? 0, new Date())}`;
        return { value: `${moment}`, label, ...(index === 0 ? { apart: true } : {}) };
      }),
    ];
  }, [past, sessions]);
}
