import { ChangeSet, Text } from '@codemirror/state';
import type { Source } from '#contract/essay.ts';
import type { EditorControl } from '#renderer/editor/createEditor.ts';
import { textDifference } from '#renderer/editor/textDifference.ts';

type EditedEssay = Parameters<EditorControl['openEssay']>[0];

/** An editor without a screen: it keeps what it is given, and types what the test says. */
export interface EditorOnDesk {
  readonly control: EditorControl;
  readonly focusTitle: () => void;
  /** The writer changes the text. */
  readonly type: (changes: ChangeSet) => void;
  /** The essay on screen, with its text as it is now. */
  readonly shown: () => EditedEssay | null;
  readonly ran: () => readonly string[];
  readonly titleFocused: () => boolean;
  readonly isReadOnly: () => boolean;
}

export function editorOnDesk(): EditorOnDesk {
  let essay: EditedEssay | null = null;
  let text = Text.empty;
  let titleFocused = false;
  let readOnly = false;
  const ran: string[] = [];
  const listeners = new Map<string, (value: never) => void>();

  function change(changes: ChangeSet, source: Source): void {
    text = changes.apply(text);
    const edit = { id: essay?.id ?? '', changes, text, source };
    listeners.get('edit')?.(edit as never);
  }

  return {
    control: {
      openEssay(next) {
        essay = next;
        text = Text.of(next.body.split('\n'));
        return false;
      },
      putUndoUnder: async () => {},
      merge: (_id, changes) => change(changes, 'merged'),
      forget: () => {},
      text: () => text,
      restore(next) {
        if (next.eq(text)) return false;
        change(textDifference(text, next), 'restored');
        return true;
      },
      insert: () => {},
      placeAt: () => null,
      insertRestored(passage) {
        const insert = { from: text.length, insert: passage };
        change(ChangeSet.of(insert, text.length), 'restored');
        return true;
      },
      focus: () => {},
      goToLine: () => {},
      run: (id) => ran.push(id) > 0,
      setTextSize: () => {},
      setSpellCheck: () => {},
      setReadOnly(on) {
        readOnly = on;
      },
      topLine: () => 0,
      nearEnd: () => 0,
      scrollToLine: () => {},
      on(event, listener) {
        listeners.set(event, listener as (value: never) => void);
        return () => void listeners.delete(event);
      },
      destroy: () => {},
    },
    focusTitle() {
      titleFocused = true;
    },
    type: (changes) => change(changes, 'typed'),
    shown: () => essay && { ...essay, body: text.toString() },
    ran: () => ran,
    titleFocused: () => titleFocused,
    isReadOnly: () => readOnly,
  };
}
