import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

/** Lets each line run in the direction of its own text, as Arabic and Hebrew need. */
export const direction: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = rightToLeftLines(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) {
          this.decorations = rightToLeftLines(update.view);
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];

const auto = Decoration.line({ attributes: { dir: 'auto' } });
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function rightToLeftLines(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  for (const { from, to } of view.visibleRanges) {
    if (!rightToLeft.test(doc.sliceString(from, to))) continue;
    for (let line = doc.lineAt(from); line.from <= to; line = doc.line(line.number + 1)) {
      const text = doc.sliceString(Math.max(line.from, from), Math.min(line.to, to));
      if (rightToLeft.test(text)) builder.add(line.from, line.from, auto);
      if (line.number === doc.lines) break;
    }
  }
  return builder.finish();
}
