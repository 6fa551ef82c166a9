import { useRef } from 'react';
import { useStore } from 'zustand';
import { RescueProgress } from './RescueProgress.tsx';
import { RescueReport } from './RescueReport.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Rescues a library in which some essays are damaged, and offers to open what came of it. */
export function RescueSheet() {
  const { rescue, sheets } = useStudio();
  const state = useStore(rescue.store);
  const first = useRef<HTMLButtonElement>(null);
  const close = () => sheets.close('rescue');
  return (
    <Sheet
      title={state.kind === 'done' ? 'Rescued' : 'Rescue into a new library'}
      lead="Each essay is taken from its text, its history or a backup, whichever can be proved. This library stays as it is."
      onClose={close}
      initialFocus={first}
      read
      actions={
        <>
          <button ref={first} type="button" className="plain-button" onClick={close}>
            Close
          </button>
          {state.kind === 'done' ? (
            <button type="button" className="primary-button" onClick={rescue.open}>
              Open the rescued library
            </button>
          ) : state.kind === 'running' ? (
            <button type="button" className="plain-button" onClick={rescue.stop}>
              Stop
            </button>
          ) : (
            <button type="button" className="primary-button" onClick={rescue.start}>
              Rescue
            </button>
          )}
        </>
      }
    >
      {state.kind === 'running' && <RescueProgress progress={state.progress} />}
      {state.kind === 'done' && <RescueReport report={state.report} />}
      {state.kind === 'failed' && (
        <p role="alert">
          {state.failure.message} {state.failure.advice}
        </p>
      )}
    </Sheet>
  );
}
