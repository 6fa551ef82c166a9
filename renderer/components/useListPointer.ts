import { type MouseEvent, useCallback } from 'react';
import type { EssayId } from '#contract/essay.ts';
import { extendTo, selectOne, toggleOne } from '#renderer/state/listSelection.ts';
import { useStudio } from './StudioContext.tsx';

/** A click selects and opens an essay; with Shift or Mod it only selects more of them. */
export function useListPointer(ids: readonly EssayId[]) {
  const { library, desk, notices, window } = useStudio();
  return useCallback(
    (id: EssayId, event: MouseEvent) => {
      const { selection, query } = library.store.getState();
      if (event.shiftKey) return library.select(extendTo(selection, id, ids));
      if (event.ctrlKey || event.metaKey) return library.select(toggleOne(selection, id));
      library.select(selectOne(id));
      if (query.trashed) return;
      void notices.attempt(async () => {
        await desk.open(id);
        window.leaveLibrary();
      });
    },
    [library, desk, notices, window, ids],
  );
}
