import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createPreview } from '#renderer/preview/createPreview.ts';
import { titleWords } from '#renderer/state/titleWords.ts';
import { useStudio } from './StudioContext.tsx';

interface PagePaneProps {
  readonly hidden: boolean;
  /** True while no editor beside it shows the title. */
  readonly alone: boolean;
}

/** The page as it will be published. It stays in place while hidden, so that nothing is made twice. */
export function PagePane({ hidden, alone }: PagePaneProps) {
  const { desk, diagrams, exchange, images, pageStyle } = useStudio();
  const state = useStore(desk.store, (each) => each.page);
  const title = useStore(desk.store, (each) => each.essay?.title ?? '');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = createPreview(place.current!, { style: pageStyle(), onLink: exchange.openLink });
    const detach = desk.attachPage(page);
    const unfollow = images.follow(page.showImages);
    const undraw = diagrams.drawFor(page);
    return () => {
      undraw();
      unfollow();
      detach();
      page.destroy();
    };
  }, [desk, diagrams, exchange, images, pageStyle]);
  return (
    <section
      className="page-pane"
      aria-label="Page"
      data-pane="page"
      data-state={state.kind}
      aria-busy={state.kind === 'busy'}
      hidden={hidden}
    >
      {alone && <h1 className="unseen">{titleWords(title)}</h1>}
      <div ref={place} className="page-frame" />
    </section>
  );
}
