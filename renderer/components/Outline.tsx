import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { cursorAfterKey } from '#renderer/state/listSelection.ts';
import { headingAt } from '#renderer/state/outlinePlace.ts';
import { useStudio } from './StudioContext.tsx';

/** The headings of the open essay, indented by level, with the one the writer is in marked. */
export function Outline({ onJump }: { readonly onJump: () => void }) {
  const { desk } = useStudio();
  const outline = useStore(desk.store, (state) => state.outline);
  const current = headingAt(outline, desk.currentLine());
  const [cursor, setCursor] = useState(Math.max(0, current));
  if (outline.length === 0) return <p className="outline-empty">This essay has no headings yet.</p>;
  const highest = outline.reduce((least, { level }) => Math.min(least, level), 6);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = cursorAfterKey(event.key, cursor, outline.length, 10);
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  }

  return (
    <ol className="outline-list" onKeyDown={onKeyDown}>
      {outline.map((heading, index) => (
        <li key={heading.id}>
          <button
            type="button"
            className="menu-item outline-item"
            dir="auto"
            tabIndex={index === cursor ? 0 : -1}
            aria-current={index === current ? 'location' : undefined}
            style={{ '--depth': heading.level - highest }}
            onClick={() => {
              onJump();
              desk.goToLine(heading.line);
            }}
          >
            {heading.text}
          </button>
        </li>
      ))}
    </ol>
  );
}
