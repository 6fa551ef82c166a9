/** Keys that mean something to the studio wherever the focus is. Plain letters and arrows stay the page's. */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.key === 'Escape' || /^F\d+$/.test(event.key)) return true;
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Hands the studio's keys on to the window around the frame, as if they had been pressed on the frame itself. */
export function forwardKeys(document: Document, frame: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event)) return;
    const { key, code, location, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
    const told = { key, code, location, ctrlKey, metaKey, altKey, shiftKey, repeat };
    const unclaimed = frame.dispatchEvent(
      new KeyboardEvent('keydown', { ...told, bubbles: true, cancelable: true, composed: true }),
    );
    if (!unclaimed) event.preventDefault();
  });
}
