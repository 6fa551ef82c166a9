const panes = ['library', 'editor', 'page', 'timeline', 'past', 'pastPage', 'status'] as const;

/** What takes the focus in each pane, the best first. */
const entries: Record<(typeof panes)[number], readonly string[]> = {
  library: ['[role="listbox"]', '#library-search'],
  editor: ['.cm-content', 'textarea'],
  page: ['iframe'],
  timeline: ['[role="listbox"]', 'input', '.target-row', 'button'],
  past: ['[role="slider"]', '.publishing-body', '.difference-rows'],
  pastPage: ['iframe'],
  status: ['button'],
};

/** Moves the focus to the next pane in view, or with -1 to the one before. */
export function cyclePanes(by: 1 | -1): void {
  const inView = panes.filter((pane) => entryOf(pane) !== null);
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  const at = (inView as readonly (string | undefined)[]).indexOf(here);
  const next = inView.at((at + by + inView.length) % inView.length);
  if (next) entryOf(next)?.focus();
}

function entryOf(pane: (typeof panes)[number]): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  if (!element?.checkVisibility()) return null;
  for (const selector of entries[pane]) {
    const entry = element.querySelector<HTMLElement>(selector);
    if (entry) return entry;
  }
  return null;
}
