import { useStore } from 'zustand';
import { DropVeil } from './DropVeil.tsx';
import { LibraryProblem } from './LibraryProblem.tsx';
import { Sheets } from './Sheets.tsx';
import { useStudio } from './StudioContext.tsx';
import { StudioWindow } from './StudioWindow.tsx';

/** The whole window: the studio, or why there is none. Empty ground until the main process has answered. */
export function App() {
  const { library } = useStudio();
  const status = useStore(library.store, (state) => state.status);
  if (!status) return null;
  if (status.kind === 'failed') return <LibraryProblem status={status} />;
  return (
    <>
      <StudioWindow />
      <Sheets />
      <DropVeil />
    </>
  );
}
