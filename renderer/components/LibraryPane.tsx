import { useStore } from 'zustand';
import { EssayList } from './EssayList.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchResults } from './SearchResults.tsx';
import { Split } from './Split.tsx';
import { useStudio } from './StudioContext.tsx';

/** The library: search, filters, and the essays they leave. */
export function LibraryPane() {
  const { search, window, library } = useStudio();
  const searching = useStore(search.store, (state) => state.text.trim() !== '');
  const path = useStore(library.store, (state) => state.status?.path);
  const { narrow, libraryWidth } = useStore(window.store);
  return (
    <nav
      className="library"
      aria-label="Library"
      data-pane="library"
      onKeyDown={(event) => {
        if (narrow && event.key === 'Escape' && !event.defaultPrevented) window.leaveLibrary();
      }}
    >
      <SearchField />
      {searching ? (
        <SearchResults />
      ) : (
        <>
          <LibraryFilters />
          {/* Another library's list starts at its top. */}
          <EssayList key={path} />
        </>
      )}
      {!narrow && (
        <Split
          label="Width of the library"
          value={libraryWidth}
          min={window.libraryWidths.min}
          max={window.libraryWidths.max}
          step={16}
          place={(x, around) => x - around.left}
          onChange={window.setLibraryWidth}
          quiet
        />
      )}
    </nav>
  );
}
