import { useEffect, useRef } from 'react';
import { createPreview } from '#renderer/preview/createPreview.ts';
import { useStudio } from './StudioContext.tsx';

/** The page that the text of a moment makes. */
export function HistoryPage({ hidden }: { readonly hidden: boolean }) {
  const { history, diagrams, exchange, images, pageStyle } = useStudio();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = createPreview(place.current!, { style: pageStyle(), onLink: exchange.openLink });
    const detach = history.attachPage(page);
    const unfollow = images.follow(page.showImages);
    const undraw = diagrams.drawFor(page);
    return () => {
      undraw();
      unfollow();
      detach();
      page.destroy();
    };
  }, [history, diagrams, exchange, images, pageStyle]);
  return (
    <section className="page-pane" aria-label="Page as it was" data-pane="pastPage" hidden={hidden}>
      <div ref={place} className="page-frame" />
    </section>
  );
}
