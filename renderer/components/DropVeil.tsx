import { useEffect, useState } from 'react';
import { carriesFiles, droppedItems, imagesOnly } from '#renderer/state/dropped.ts';
import { isReadOnly } from '#renderer/state/library.ts';
import { useStudio } from './StudioContext.tsx';

/** Takes Markdown files and folders dropped anywhere on the window, and images for the text; a veil says so while they are over it. */
export function DropVeil() {
  const { desk, exchange, images, library, sheets } = useStudio();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const takes = (event: DragEvent) => carriesFiles(event.dataTransfer);
    const welcome = () =>
      !isReadOnly(library.store.getState()) && sheets.store.getState().sheet === null;
    const on = {
      dragenter(event: DragEvent) {
        if (!takes(event)) return;
        event.preventDefault();
        depth++;
        setOver(welcome());
      },
      dragover(event: DragEvent) {
        if (!takes(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = welcome() ? 'copy' : 'none';
      },
      dragleave(event: DragEvent) {
        if (!takes(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setOver(false);
      },
      drop(event: DragEvent) {
        depth = 0;
        setOver(false);
        if (!takes(event) || !event.dataTransfer) return;
        event.preventDefault();
        event.stopPropagation();
        if (!welcome()) return;
        const pictures = imagesOnly(event.dataTransfer);
        if (pictures.length > 0 && desk.store.getState().essay) {
          images.take(pictures, desk.placeAt({ x: event.clientX, y: event.clientY }));
        } else exchange.importDropped(droppedItems(event.dataTransfer));
      },
    };
    const names = Object.keys(on) as (keyof typeof on)[];
    // Before the editor, which would take the files for text.
    for (const name of names) window.addEventListener(name, on[name], { capture: true });
    return () => {
      for (const name of names) window.removeEventListener(name, on[name], { capture: true });
    };
  }, [desk, exchange, images, library, sheets]);
  if (!over) return null;
  return (
    <div className="drop-veil" role="status">
      <p>Drop to take in</p>
    </div>
  );
}
