import { Autocomplete } from '@base-ui/react/autocomplete';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Field } from './Field.tsx';
import { leaveEscape } from './leaveEscape.ts';
import { useStudio } from './StudioContext.tsx';
import { SuggestionList } from './SuggestionList.tsx';

interface SeriesFieldProps {
  readonly series: string;
  readonly problem: string | undefined;
  readonly onType: (series: string) => void;
}

/** The series an essay belongs to, with those of other essays to choose from. */
export function SeriesField({ series, problem, onType }: SeriesFieldProps) {
  const { library } = useStudio();
  const rows = useStore(library.store, (state) => state.list?.rows);
  const known = useMemo(
    () => [...new Set(rows?.map((row) => row.series).filter((each) => each !== ''))].sort(),
    [rows],
  );
  return (
    <Field label="Series" htmlFor="details-series" problem={problem}>
      <Autocomplete.Root items={known} value={series} onValueChange={onType}>
        <Autocomplete.Input
          id="details-series"
          className="input"
          dir="auto"
          autoComplete="off"
          onKeyDown={leaveEscape}
        />
        <SuggestionList />
      </Autocomplete.Root>
    </Field>
  );
}
