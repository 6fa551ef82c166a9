import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { BackupStatus } from '#contract/backups.ts';
import { counted } from '#renderer/state/countWords.ts';
import { momentWords } from '#renderer/state/dateWords.ts';
import { useStudio } from './StudioContext.tsx';

/** When the library was backed up last and where to, and what can be done about it. */
export function BackupsPart() {
  const { backups } = useStudio();
  const { status, isRunning } = useStore(backups.store);
  useEffect(() => backups.load(), [backups]);
  return (
    <section className="backups-part" aria-labelledby="backups-head">
      <h3 id="backups-head" className="report-head">
        Backups
      </h3>
      <p role="status">{status === null ? 'Looking for backups.' : lastWords(status)}</p>
      {status !== null && <p className="path">{status.folder}</p>}
      {status?.problem && (
        <p className="backups-problem">
          {status.problem.message} {status.problem.advice}
        </p>
      )}
      <div className="actions">
        <button
          type="button"
          className="plain-button"
          disabled={isRunning}
          onClick={backups.backUp}
        >
          {isRunning ? 'Backing up' : 'Back up now'}
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={isRunning}
          onClick={backups.chooseFolder}
        >
          Choose folder
        </button>
        {status !== null && status.backups.length > 0 && (
          <button type="button" className="plain-button" onClick={backups.reveal}>
            Show in folder
          </button>
        )}
      </div>
    </section>
  );
}

function lastWords({ backups }: BackupStatus): string {
  const [newest] = backups;
  if (newest === undefined) return 'None was made yet. One is made about every hour of writing.';
  return `Last made ${momentWords(newest.at)}, verified. ${counted(backups.length, 'backup')} kept.`;
}
