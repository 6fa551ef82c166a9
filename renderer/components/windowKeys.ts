import type { StudioState } from '#renderer/state/studioState.ts';
import type { Listen } from '#renderer/studio.ts';
import { cyclePanes } from './cyclePanes.ts';

/** Carries out the studio's own keys wherever the focus is, but not while a sheet asks something. */
export function listenForKeys(target: Window, studio: StudioState): void {
  const listener = (event: KeyboardEvent) => {
    if (event.isComposing || isAsking(studio)) return;
    if (event.key === 'F6') {
      event.preventDefault();
      cyclePanes(event.shiftKey ? -1 : 1);
      return;
    }
    const command = studio.commands.struck(event);
    if (!command || (command.startsWith('edit.') && isEditable(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    studio.commands.run(command);
  };
  // Before the editor's own keys, which take some of these for something else.
  target.addEventListener('keydown', listener, { capture: true });
}

/** Carries out what is chosen in the menu. In a text field, undo is the field's own. */
export function listenForMenu(listen: Listen, studio: StudioState): void {
  listen('command.chosen', (command) => {
    if (isAsking(studio)) return;
    const inField = document.activeElement?.matches('input, textarea');
    if (inField && command === 'edit.undo') document.execCommand('undo');
    else if (inField && command === 'edit.redo') document.execCommand('redo');
    else studio.commands.run(command);
  });
}

/** Whether a sheet lies over the window that has to be answered or closed first. */
function isAsking({ sheets }: StudioState): boolean {
  const { sheet } = sheets.store.getState();
  return sheet !== null && sheet.kind !== 'outline' && sheet.kind !== 'details';
}

/** Text fields undo and find in their own way. */
function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
