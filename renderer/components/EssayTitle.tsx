import { useStore } from 'zustand';
import { isReadOnly } from '#renderer/state/library.ts';
import { useStudio } from './StudioContext.tsx';
import { useTyped } from './useTyped.ts';

/** The essay's title, at the top of its text; the editor leads from it into the text. */
export function EssayTitle() {
  const { desk, library } = useStudio();
  const title = useStore(desk.store, (state) => state.essay?.title ?? '');
  const readOnly = useStore(library.store, isReadOnly);
  const typed = useTyped(title, (value) => desk.describe({ title: value }));
  return (
    <h1>
      <textarea
        id="essay-title"
        className="essay-title"
        aria-label="Title"
        placeholder="Title"
        dir="auto"
        rows={1}
        readOnly={readOnly}
        {...typed}
        onChange={(event) => {
          event.target.value = event.target.value.replace(/\s*[\r\n]+\s*/g, ' ');
          typed.onChange(event);
        }}
      />
    </h1>
  );
}
