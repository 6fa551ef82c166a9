import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { PublishingTarget } from './PublishingTarget.tsx';
import { PublishingTargets } from './PublishingTargets.tsx';
import { useStudio } from './StudioContext.tsx';

/** Where essays go, in place of editor and page: the targets, and how the chosen one stands. */
export function PublishingDesk() {
  const { publishing, sheets } = useStudio();
  const targets = useStore(publishing.store, (state) => state.targets);
  const chosen = useStore(publishing.store, (state) => state.chosen);
  const target = targets?.find(({ id }) => id === chosen);
  const place = useRef<HTMLElement>(null);
  const isEmpty = targets?.length === 0;
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  return (
    <section
      ref={place}
      className="publishing"
      aria-label="Publishing"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // A menu of it lies outside it on the page, though not for React.
        if (!event.currentTarget.contains(event.target as Node)) return;
        event.preventDefault();
        if (publishing.store.getState().path === null) publishing.close();
        else publishing.show(null);
      }}
    >
      <PublishingTargets />
      {target && <PublishingTarget key={target.id} target={target} />}
      {isEmpty && (
        <div className="empty-desk">
          <h1>There is no place to publish to yet.</h1>
          <div className="actions">
            <button
              type="button"
              className="primary-button"
              onClick={() => sheets.open({ kind: 'target', target: null })}
            >
              Add a target
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
