import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView, keymap } from '@codemirror/view';

/** The room and the type that the text has in the studio. */
export interface EditorBox {
  readonly width: number;
  readonly height: number;
  readonly fontSize: string;
  readonly lineHeight: string;
}

let open: EditorView | null = null;

/** Shows a text in a CodeMirror with Markdown, its colours, wrapped lines and undo, and nothing else. */
export function openBareEditor(text: string, { width, height, fontSize, lineHeight }: EditorBox) {
  open?.destroy();
  const place = document.createElement('div');
  Object.assign(place.style, { width: `${width}px`, height: `${height}px`, fontSize });
  document.body.replaceChildren(place);
  open = new EditorView({
    parent: place,
    doc: text,
    extensions: [
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      markdown({ base: markdownLanguage }),
      syntaxHighlighting(defaultHighlightStyle),
      EditorView.lineWrapping,
      EditorView.theme({ '.cm-scroller': { lineHeight } }),
    ],
  });
}
