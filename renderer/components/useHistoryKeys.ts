import type { KeyboardEvent } from 'react';
import { useStudio } from './StudioContext.tsx';

/**
 * The keys of the history, wherever in it the focus is: Escape goes back a step, Space plays, and where no text or
 * list takes the arrows, they go from change to change.
 */
export function useHistoryKeys() {
  const { history } = useStudio();

  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // A menu of the history lies outside it on the page, though not for React.
    if (!event.currentTarget.contains(event.target as Node)) return;
    const { at, moments, playing, comparison } = history.store.getState();
    const step = (to: number) => {
      event.preventDefault();
      history.goTo(to);
    };
    if (event.key === 'Escape') {
      event.preventDefault();
      if (comparison) history.compare(null);
      else history.close();
      return;
    }
    if (takes(event.target as Element, event.key)) return;
    switch (event.key) {
      case ' ':
        event.preventDefault();
        return history.play(!playing);
      case 'ArrowLeft':
      case 'ArrowDown':
        if (!event.shiftKey) return step(at - 1);
        event.preventDefault();
        return history.goBySession(-1);
      case 'ArrowRight':
      case 'ArrowUp':
        if (!event.shiftKey) return step(at + 1);
        event.preventDefault();
        return history.goBySession(1);
      case 'PageDown':
        event.preventDefault();
        return history.goBySession(-1);
      case 'PageUp':
        event.preventDefault();
        return history.goBySession(1);
      case 'Home':
        return step(0);
      case 'End':
        return step(moments - 1);
    }
  };
}

/** Whether a key means something else where the focus is. */
function takes(target: Element, key: string): boolean {
  if (target.closest('input, textarea, select, [role="separator"], [role="combobox"]')) return true;
  if (key === ' ') return target.closest('button') !== null;
  return target.closest('.cm-content, [role="listbox"], .difference-rows') !== null;
}
