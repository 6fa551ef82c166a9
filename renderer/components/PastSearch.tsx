import { Search } from 'lucide-react';
import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';

/** Asks when a sentence came in or went. */
export function PastSearch() {
  const { history } = useStudio();
  const sought = useStore(history.store, (state) => state.sought);
  return (
    <div className="search history-search">
      <Search size={14} strokeWidth={1.5} aria-hidden="true" />
      <input
        id="past-search"
        className="search-field"
        type="text"
        dir="auto"
        aria-label="Find when words came in or went"
        placeholder="When did words come or go?"
        autoComplete="off"
        spellCheck={false}
        value={sought}
        onChange={(event) => history.find(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && sought !== '') {
            event.preventDefault();
            history.find('');
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            event.currentTarget
              .closest('.history-timeline')
              ?.querySelector<HTMLElement>('[role="listbox"]')
              ?.focus();
          }
        }}
      />
    </div>
  );
}
