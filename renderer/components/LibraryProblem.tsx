import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { LibraryStatus } from '#contract/library.ts';
import { RescueProgress } from './RescueProgress.tsx';
import { RescueReport } from './RescueReport.tsx';
import { useStudio } from './StudioContext.tsx';

type Failed = LibraryStatus & { kind: 'failed' };

/** What a writer sees instead of the studio when the library cannot be opened, and the ways on. */
export function LibraryProblem({ status }: { readonly status: Failed }) {
  const { exchange, notices, rescue } = useStudio();
  const notice = useStore(notices.store, (state) => state.notice);
  const state = useStore(rescue.store);
  const first = useRef<HTMLButtonElement>(null);
  const stage = state.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each stage has another first button.
  useEffect(() => first.current?.focus(), [stage]);
  if (state.kind === 'running') {
    return (
      <main className="problem">
        <div className="problem-text">
          <h1>Rescuing your essays</h1>
          <p>The damaged library is only read.</p>
        </div>
        <div>
          <RescueProgress progress={state.progress} />
        </div>
        <div className="actions">
          <button ref={first} type="button" className="plain-button" onClick={rescue.stop}>
            Stop
          </button>
        </div>
      </main>
    );
  }
  if (state.kind === 'done') {
    return (
      <main className="problem">
        <div className="problem-text" role="status">
          <h1>Rescued into a new library</h1>
          <RescueReport report={state.report} />
        </div>
        <div className="actions">
          <button ref={first} type="button" className="primary-button" onClick={rescue.open}>
            Open the rescued library
          </button>
        </div>
      </main>
    );
  }
  const { code } = status.error;
  const isHurt = code === 'damaged' || code === 'unexpected';
  // The whole path has a line of its own.
  const message = status.error.message.replaceAll(status.path, nameOf(status.path));
  const hasWayOn = isHurt || status.olderCopy !== null;
  // A library whose first bytes are hurt looks like none; most often it is indeed another file.
  const mayBeHurt = code === 'not-a-library';
  return (
    <main className="problem">
      <div className="problem-text" role="alert">
        <h1>{message}</h1>
        {status.error.advice && <p>{status.error.advice}</p>}
        {isHurt && (
          <p>
            Each essay is taken from its text, its history or a backup, whichever can be proved.
            This file stays as it is.
          </p>
        )}
        <p className="path">{status.path}</p>
      </div>
      <div className="actions">
        {isHurt && (
          <button ref={first} type="button" className="primary-button" onClick={rescue.start}>
            Rescue into a new library
          </button>
        )}
        {status.olderCopy !== null && (
          <button ref={first} type="button" className="primary-button" onClick={exchange.openOlder}>
            Open the copy kept of it
          </button>
        )}
        <button
          ref={hasWayOn ? undefined : first}
          type="button"
          className={hasWayOn ? 'plain-button' : 'primary-button'}
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
        {mayBeHurt && (
          <button type="button" className="plain-button" onClick={rescue.start}>
            Rescue into a new library
          </button>
        )}
      </div>
      {state.kind === 'failed' && (
        <p className="problem-notice" role="alert">
          {state.failure.message} {state.failure.advice}
        </p>
      )}
      {notice && (
        <p className="problem-notice" role="status">
          {notice.text} {notice.advice}
        </p>
      )}
    </main>
  );
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
