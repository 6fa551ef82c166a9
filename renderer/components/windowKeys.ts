import type { StudioState } from '#renderer/state/studioState.ts';
import { cyclePanes } from './cyclePanes.ts';

/** Carries out the studio's own keys wherever the focus is, but not while a sheet asks something. */
export function listenForKeys(target: Window, { commands, sheets }: StudioState): void {
  const listener = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { sheet } = sheets.store.getState();
    if (sheet && sheet.kind !== 'outline' && sheet.kind !== 'details') return;
    if (event.key === 'F6' && !sheet) {
      event.preventDefault();
      cyclePanes(event.shiftKey ? -1 : 1);
      return;
    }
    const command = commands.struck(event);
    if (!command || (command.startsWith('edit.') && isEditable(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    commands.run(command);
  };
  // Before the editor's own keys, which take some of these for something else.
  target.addEventListener('keydown', listener, { capture: true });
}

/** Text fields undo and find in their own way. */
function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
