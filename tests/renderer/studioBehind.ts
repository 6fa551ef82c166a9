import { afterEach, beforeEach, vi } from 'vitest';
import { createStudio, type StudioState } from '#renderer/state/studioState.ts';
import { createWindowMemory } from '#renderer/state/windowMemory.ts';
import { type EditorOnDesk, editorOnDesk } from './editorOnDesk.ts';
import { type LibraryBehind, libraryBehind } from './libraryBehind.ts';

/** A window's state with a library behind it and an editor on its desk, before it has started. */
export interface StudioBehind {
  behind: LibraryBehind;
  studio: StudioState;
  editor: EditorOnDesk;
}

/** Gives each test of the file a fresh one. */
export function withStudio(): StudioBehind {
  const all = {} as StudioBehind;
  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0));
    all.behind = libraryBehind();
    all.studio = createStudio({
      ask: all.behind.ask,
      listen: all.behind.listen,
      memory: createWindowMemory(null),
      mac: false,
      focusSearch: () => {},
      focusPastSearch: () => {},
    });
    all.editor = editorOnDesk();
    all.studio.desk.attachEditor(all.editor.control, all.editor.focusTitle);
  });
  afterEach(() => {
    all.behind.remove();
    vi.unstubAllGlobals();
  });
  return all;
}
