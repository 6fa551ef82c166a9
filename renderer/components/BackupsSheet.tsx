import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { counted } from '#renderer/state/countWords.ts';
import { momentWords } from '#renderer/state/dateWords.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** The backups there are, each of which can be looked into without touching the library. */
export function BackupsSheet() {
  const { backups, sheets } = useStudio();
  const { status, isRunning } = useStore(backups.store);
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => backups.load(), [backups]);
  const close = () => sheets.close('backups');
  const list = status?.backups ?? [];
  return (
    <Sheet
      title="Backups"
      lead="A copy of a backup opens as a library of its own. Your library and the backup stay as they are."
      onClose={close}
      initialFocus={done}
      read
      actions={
        <>
          <button
            type="button"
            className="plain-button"
            disabled={isRunning}
            onClick={backups.backUp}
          >
            Back up now
          </button>
          <button ref={done} type="button" className="primary-button" onClick={close}>
            Done
          </button>
        </>
      }
    >
      {status !== null && list.length === 0 && <p>None was made yet.</p>}
      {status?.problem && (
        <p className="backups-problem">
          {status.problem.message} {status.problem.advice}
        </p>
      )}
      <ul className="report backups">
        {list.map((backup) => (
          <li key={backup.path}>
            <span>
              {momentWords(backup.at)}
              <span className="reason">{counted(backup.essays, 'essay')}</span>
            </span>
            <button
              type="button"
              className="plain-button"
              aria-label={`Open a copy of the backup of ${momentWords(backup.at)}`}
              onClick={() => backups.openCopy(backup)}
            >
              Open a copy
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
