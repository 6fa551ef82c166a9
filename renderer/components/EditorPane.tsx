import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createEditor } from '#renderer/editor/createEditor.ts';
import { EssayLine } from './EssayLine.tsx';
import { EssayTitle } from './EssayTitle.tsx';
import { useStudio } from './StudioContext.tsx';

/** The text being written, its title at the top of it. The editor stays in place while hidden. */
export function EditorPane({ hidden }: { readonly hidden: boolean }) {
  const { desk } = useStudio();
  const place = useRef<HTMLDivElement>(null);
  const [head, setHead] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const header = document.createElement('div');
    header.className = 'essay-head';
    const editor = createEditor(place.current!, { header });
    setHead(header);
    const detach = desk.attachEditor(editor, () => {
      document.getElementById('essay-title')?.focus();
    });
    return () => {
      detach();
      editor.destroy();
    };
  }, [desk]);
  return (
    <section className="editor-pane" aria-label="Editor" data-pane="editor" hidden={hidden}>
      <div ref={place} className="editor-place" />
      {head &&
        createPortal(
          <>
            <EssayTitle />
            <EssayLine />
          </>,
          head,
        )}
    </section>
  );
}
