/** Where a sheet gives the focus back to; `true` leaves it to the browser. */
export type ReturnFocus = () => HTMLElement | true;

/** Remembers what had the focus last below `root`, however many sheets came over it since. */
export function rememberFocus(root: HTMLElement): ReturnFocus {
  let last: HTMLElement | null = null;
  root.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement) last = event.target;
  });
  return () => (last?.isConnected && last.checkVisibility() ? last : true);
}
