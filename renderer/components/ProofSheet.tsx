import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Verification } from '#contract/history.ts';
import { sizeWords } from '#contract/sizeWords.ts';
import { counted } from '#renderer/state/countWords.ts';
import { momentWords } from '#renderer/state/dateWords.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** What was proved of the library, what is hurt, and what still stands. */
export function ProofSheet() {
  const { proof, sheets } = useStudio();
  const { whole, damage, isRunning } = useStore(proof.store);
  const done = useRef<HTMLButtonElement>(null);
  const close = () => sheets.close('proof');
  const file = whole?.file ?? [];
  return (
    <Sheet
      title={damage.length + file.length === 0 ? 'Every word is as it was written' : 'Damage found'}
      lead="Each essay’s history is replayed change by change, and what is stored is held against it."
      onClose={close}
      initialFocus={done}
      read
      actions={
        <>
          {damage.length + file.length > 0 && (
            <button
              type="button"
              className="plain-button"
              onClick={() => sheets.open({ kind: 'rescue' })}
            >
              Rescue into a new library
            </button>
          )}
          <button type="button" className="plain-button" disabled={isRunning} onClick={proof.run}>
            {isRunning ? 'Verifying' : 'Verify now'}
          </button>
          <button ref={done} type="button" className="primary-button" onClick={close}>
            Done
          </button>
        </>
      }
    >
      <div className="proof-report">
        <p>{whole === null ? 'The whole library was not verified yet.' : provedWords(whole)}</p>
        {damage.length + file.length > 0 && (
          <ul className="report">
            {damage.map(({ id, title, part, entry, message, stands }) => (
              <li key={`${id} ${part} ${entry} ${message}`}>
                <span dir="auto">{titleWords(title)}</span>
                <span className="reason">
                  {message} {stands}
                </span>
              </li>
            ))}
            {file.map((sentence) => (
              <li key={sentence}>
                The library’s file<span className="reason">{sentence}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

function provedWords({ at, essays, entries, bytes }: Verification): string {
  return `${momentWords(at)}: ${counted(essays, 'essay')}, ${counted(entries, 'change')}, ${sizeWords(bytes)}.`;
}
