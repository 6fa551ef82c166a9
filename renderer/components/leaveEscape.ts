import type { KeyboardEvent } from 'react';

/**
 * For the keys of a field that suggests: with no list open, Escape is the sheet's to close by.
 * Left to itself the field would be emptied.
 */
export function leaveEscape(
  event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler: () => void },
): void {
  const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && !isOpen) event.preventBaseUIHandler();
}
