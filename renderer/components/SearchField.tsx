import { Search as SearchIcon, SquarePen, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';

/** Searches as the writer types. Arrow down goes to what was found, Escape ends the search. */
export function SearchField() {
  const { search, commands } = useStudio();
  const text = useStore(search.store, (state) => state.text);
  return (
    <div className="library-head">
      <search className="search">
        <SearchIcon size={14} strokeWidth={1.5} aria-hidden="true" />
        <input
          id="library-search"
          type="text"
          className="search-field"
          aria-label="Search the library"
          placeholder="Search"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => search.type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') {
              event.preventDefault();
              search.clear();
            } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              document.querySelector<HTMLElement>('.library [role="listbox"]')?.focus();
            }
          }}
        />
        {text !== '' && (
          <button
            type="button"
            className="icon-button"
            aria-label="End the search"
            onClick={() => {
              search.clear();
              document.getElementById('library-search')?.focus();
            }}
          >
            <X size={14} strokeWidth={1.5} aria-hidden="true" />
          </button>
        )}
      </search>
      <button
        type="button"
        className="icon-button"
        aria-label="New essay"
        title={commands.withKey('essay.new')}
        disabled={!commands.can('essay.new')}
        onClick={() => commands.run('essay.new')}
      >
        <SquarePen size={16} strokeWidth={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}
