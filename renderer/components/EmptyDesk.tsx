import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';

/** The desk with no essay on it. In a new library: the three ways to begin. */
export function EmptyDesk() {
  const { library, desk, commands, exchange } = useStudio();
  const list = useStore(library.store, (state) => state.list);
  const opening = useStore(desk.store, (state) => state.opening !== null);
  if (!list || opening) return <div className="empty-desk" />;
  const { trashed, ...open } = list.counts;
  const isNew = trashed + Object.values(open).reduce((sum, each) => sum + each, 0) === 0;
  return (
    <div className="empty-desk">
      <h1>{isNew ? 'This library is empty.' : 'Choose an essay, or start a new one.'}</h1>
      <div className="actions">
        <button
          type="button"
          className="primary-button"
          disabled={!commands.can('essay.new')}
          onClick={() => commands.run('essay.new')}
        >
          New essay
        </button>
        {isNew && (
          <>
            <button
              type="button"
              className="plain-button"
              disabled={!commands.can('library.importFolder')}
              onClick={() => commands.run('library.importFolder')}
            >
              Import a folder
            </button>
            <button
              type="button"
              className="plain-button"
              disabled={!commands.can('library.importFolder')}
              onClick={exchange.importSamples}
            >
              Add sample essays
            </button>
          </>
        )}
      </div>
    </div>
  );
}
