import { useStore } from 'zustand';
import { Split } from './Split.tsx';
import { useStudio } from './StudioContext.tsx';

/** The line between the text and the page, whichever text it is; where it stands is remembered. */
export function PaneSplit({ label }: { readonly label: string }) {
  const { preferences } = useStudio();
  const split = useStore(preferences.store, (state) => state.split);
  return (
    <Split
      label={label}
      value={Math.round(split * 100)}
      min={20}
      max={80}
      step={2}
      place={(x, around) => ((x - around.left) / around.width) * 100}
      onChange={(value) => preferences.change({ split: value / 100 })}
    />
  );
}
