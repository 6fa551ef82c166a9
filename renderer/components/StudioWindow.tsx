import { useEffect } from 'react';
import { useStore } from 'zustand';
import { EditorPane } from './EditorPane.tsx';
import { EmptyDesk } from './EmptyDesk.tsx';
import { HistoryDesk } from './HistoryDesk.tsx';
import { LibraryPane } from './LibraryPane.tsx';
import { PagePane } from './PagePane.tsx';
import { PaneSplit } from './PaneSplit.tsx';
import { PublishingDesk } from './PublishingDesk.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useStudio } from './StudioContext.tsx';

/** Library, editor and page, with the status bar under them. */
export function StudioWindow() {
  const { desk, history, preferences, publishing, window, popups } = useStudio();
  const layout = useStore(preferences.store, (state) => state.layout);
  const split = useStore(preferences.store, (state) => state.split);
  const hasEssay = useStore(desk.store, (state) => state.essay !== null);
  const inPast = useStore(history.store, (state) => state.essay !== null);
  const isPublishing = useStore(publishing.store, (state) => state.isOpen);
  const { narrow, libraryShown, libraryWidth } = useStore(window.store);
  const panes = inPast && !isPublishing ? 'four' : 'three';
  useEffect(() => window.watch(panes), [window, panes]);
  return (
    <div className="studio" data-narrow={narrow} style={{ '--library-width': `${libraryWidth}px` }}>
      <div className="drag-region" aria-hidden="true" />
      <div className="panes">
        {libraryShown && <LibraryPane />}
        <main className="desk-ground">
          <div
            className="desk"
            data-layout={layout}
            style={{ '--split': split }}
            hidden={!hasEssay || inPast || isPublishing}
          >
            <EditorPane hidden={layout === 'page'} />
            {layout === 'side-by-side' && <PaneSplit label="Editor and page" />}
            <PagePane hidden={layout === 'editor'} alone={layout === 'page'} />
          </div>
          {inPast && !isPublishing && <HistoryDesk />}
          {isPublishing && <PublishingDesk />}
          {!hasEssay && !isPublishing && <EmptyDesk />}
          <div ref={popups} />
        </main>
      </div>
      <StatusBar />
    </div>
  );
}
