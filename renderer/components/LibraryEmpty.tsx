import { useStore } from 'zustand';
import { statusWords } from '#renderer/state/statusWords.ts';
import { useStudio } from './StudioContext.tsx';

/** The list when it has nothing to list: why, and what to do about it. */
export function LibraryEmpty() {
  const { library, notices } = useStudio();
  const query = useStore(library.store, (state) => state.query);
  const filtered = query.status !== null || query.tag !== null;
  const showAll = { trashed: false, status: null, tag: null };
  if (query.trashed) {
    return (
      <div className="library-empty">
        <p>The trash is empty.</p>
        <button
          type="button"
          className="link-button"
          onClick={() => void notices.attempt(() => library.query(showAll))}
        >
          Back to the essays
        </button>
      </div>
    );
  }
  if (!filtered) return <p className="library-empty">Essays will be listed here.</p>;
  return (
    <div className="library-empty">
      <p>{emptyFilter(query.status && statusWords[query.status], query.tag)}</p>
      <button
        type="button"
        className="link-button"
        onClick={() => void notices.attempt(() => library.query(showAll))}
      >
        Show all essays
      </button>
    </div>
  );
}

function emptyFilter(status: string | null, tag: string | null): string {
  if (status && tag) return `No essay tagged “${tag}” has the status “${status}”.`;
  return status ? `No essay has the status “${status}”.` : `No essay is tagged “${tag}”.`;
}
