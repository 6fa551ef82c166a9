import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { whenWords } from '#renderer/history/momentWords.ts';
import { createPastView } from '#renderer/history/pastView.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { useStudio } from './StudioContext.tsx';

/** The text as it was, its title at the top of it. */
export function HistoryText({ hidden }: { readonly hidden: boolean }) {
  const { history } = useStudio();
  const place = useRef<HTMLDivElement>(null);
  const [head, setHead] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const header = document.createElement('div');
    header.className = 'essay-head';
    const scrolled = new Set<() => void>();
    const view = createPastView(place.current!, {
      header,
      onSelect: history.select,
      onScroll: () => {
        for (const listener of scrolled) listener();
      },
    });
    setHead(header);
    const detach = history.attachView(view, (listener) => {
      scrolled.add(listener);
      return () => void scrolled.delete(listener);
    });
    return () => {
      detach();
      view.destroy();
    };
  }, [history]);
  return (
    <section className="editor-pane" aria-label="Text as it was" hidden={hidden}>
      <div ref={place} className="editor-place" />
      {head && createPortal(<PastTitle />, head)}
    </section>
  );
}

function PastTitle() {
  const { history } = useStudio();
  const title = useStore(history.store, ({ past, at, moments, essay }) =>
    past && moments > 0 ? past.fields(at).title : (essay?.title ?? ''),
  );
  const when = useStore(history.store, ({ past, at }) => past?.moments[at]?.at ?? null);
  return (
    <>
      <h1 className="essay-title" dir="auto">
        {titleWords(title)}
      </h1>
      <p className="essay-line">{when === null ? '' : `As it was on ${whenWords(when)}`}</p>
    </>
  );
}
