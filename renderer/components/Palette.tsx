import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { createPalette, type PaletteEntry } from '#renderer/state/palette.ts';
import { Marked } from './Marked.tsx';
import { useStudio } from './StudioContext.tsx';

/** Everything by name: commands with their keys, essays by title, headings of the open essay. */
export function Palette() {
  const { sheets, commands, library, desk, notices, returnFocus } = useStudio();
  const [query, setQuery] = useState('');
  const rows = useStore(library.store, (state) => state.list?.rows);
  const outline = useStore(desk.store, (state) => state.outline);
  const field = useRef<HTMLInputElement>(null);
  const palette = useMemo(
    () =>
      createPalette({
        commands: commands.all.filter(({ id }) => id !== 'palette.open' && commands.can(id)),
        recent: commands.recent(),
        essays: rows ?? [],
        outline,
      }),
    [commands, rows, outline],
  );
  const entries = useMemo(() => palette(query), [palette, query]);

  function choose(entry: PaletteEntry) {
    sheets.close('palette');
    // The focus goes back to the window first, so that what is chosen can move it on.
    requestAnimationFrame(() => {
      switch (entry.kind) {
        case 'command':
          commands.noteRecent(entry.id);
          return commands.run(entry.id);
        case 'essay':
          return void notices.attempt(() => desk.open(entry.id, { focus: 'text' }));
        case 'heading':
          return desk.goToLine(entry.line);
      }
    });
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && sheets.close('palette')}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup
          className="palette"
          aria-label="All commands"
          initialFocus={field}
          finalFocus={returnFocus}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={entries}
            value={query}
            onValueChange={setQuery}
            itemToStringValue={(entry: PaletteEntry) => entry.label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              ref={field}
              className="palette-field"
              aria-label="Find a command, an essay or a heading"
              placeholder="Command, essay or heading"
              spellCheck={false}
            />
            <Dialog.Close className="unseen">Close</Dialog.Close>
            <Autocomplete.Empty className="palette-empty">
              {entries.length === 0 ? 'Nothing has that name.' : ''}
            </Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(entry: PaletteEntry) => (
                <Autocomplete.Item
                  key={`${entry.kind}:${entry.id}`}
                  value={entry}
                  className="menu-item palette-item"
                  onClick={() => choose(entry)}
                >
                  <span className="palette-label" dir="auto">
                    <Marked text={entry.label} marks={entry.marks} />
                  </span>
                  <span className="palette-side">
                    {entry.key === '' ? entry.from : <kbd>{entry.key}</kbd>}
                  </span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
