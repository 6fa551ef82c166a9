import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { LibraryStatus } from '#contract/library.ts';
import { useStudio } from './StudioContext.tsx';

/** What a writer sees instead of the studio when the library cannot be opened, and the ways on. */
export function LibraryProblem({
  status,
}: {
  readonly status: LibraryStatus & { kind: 'failed' };
}) {
  const { exchange, notices } = useStudio();
  const notice = useStore(notices.store, (state) => state.notice);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <main className="problem">
      <div className="problem-text" role="alert">
        <h1>{status.error.message}</h1>
        {status.error.advice && <p>{status.error.advice}</p>}
        <p className="path">{status.path}</p>
      </div>
      <div className="actions">
        <button
          ref={first}
          type="button"
          className="primary-button"
          onClick={exchange.retryLibrary}
        >
          Try again
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => exchange.chooseLibrary('open')}
        >
          Open another library
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => exchange.chooseLibrary('new')}
        >
          New library
        </button>
      </div>
      {notice && (
        <p className="problem-notice" role="status">
          {notice.text} {notice.advice}
        </p>
      )}
    </main>
  );
}
