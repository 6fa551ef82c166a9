import { useStore } from 'zustand';
import { isReadOnly, order } from '#renderer/state/library.ts';
import { useStudio } from './StudioContext.tsx';

/** What can be done with the trash: bring back what is selected, or delete it for good. */
export function TrashBar() {
  const { library, essays } = useStudio();
  const selected = useStore(library.store, (state) => state.selection.ids);
  const list = useStore(library.store, (state) => state.list);
  const readOnly = useStore(library.store, isReadOnly);
  const ids = selected.size > 0 ? [...selected] : [];
  return (
    <div className="trash-bar">
      <button
        type="button"
        className="quiet-button"
        disabled={readOnly || ids.length === 0}
        onClick={() => essays.restore(ids)}
      >
        Restore
      </button>
      <button
        type="button"
        className="quiet-button"
        disabled={readOnly}
        onClick={() => essays.remove(ids.length > 0 ? ids : order(list))}
      >
        {ids.length > 0 ? 'Delete for good' : 'Empty the trash'}
      </button>
    </div>
  );
}
