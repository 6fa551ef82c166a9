import { isReadOnly } from '#renderer/state/library.ts';
import { useStore } from 'zustand';
import { useStudio } from './StudioContext.tsx';
import { useTyped } from './useTyped.ts';

/** The essay's title, at the top of its text. Enter and the arrow down go on into the text. */
export function EssayTitle() {
  const { desk, library } = useStudio();
  const title = useStore(desk.store, (state) => state.essay?.title ?? '');
  const readOnly = useStore(library.store, isReadOnly);
  const typed = useTyped(title, (value) => desk.describe({ title: value }));
  return (
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
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const { value, selectionStart } = event.currentTarget;
        const atEnd = selectionStart === value.length;
        if (event.key === 'Enter' || (event.key === 'ArrowDown' && atEnd)) {
          event.preventDefault();
          desk.focusText();
        }
      }}
    />
  );
}
