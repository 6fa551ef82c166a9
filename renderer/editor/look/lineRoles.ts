import { syntaxTree } from '@codemirror/language';
import { type Extension, type Range, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

/** Marks the visible lines of headings, quotes, code and tables for the stylesheet. */
export const lineRoles: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = rolesOf(view);
    }

    update(update: ViewUpdate): void {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || isParsed) {
        this.decorations = rolesOf(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const headings = [1, 2, 3, 4, 5, 6].map((level) =>
  Decoration.line({ class: `cm-headingLine cm-hangs-${level}` }),
);
const plainHeading = Decoration.line({ class: 'cm-headingLine' });
const quote = Decoration.line({ class: 'cm-quoteLine' });
const code = Decoration.line({ class: 'cm-codeLine' });
const firstOfCode = Decoration.line({ class: 'cm-codeLine cm-codeLine-first' });
const lastOfCode = Decoration.line({ class: 'cm-codeLine cm-codeLine-last' });
const table = Decoration.line({ class: 'cm-tableLine' });

function rolesOf(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const lines: Range<Decoration>[] = [];
  const everyLine = (from: number, to: number, role: Decoration) => {
    const last = Math.min(to, view.viewport.to);
    for (let line = doc.lineAt(Math.max(from, view.viewport.from)); line.from <= last; ) {
      lines.push(role.range(line.from));
      if (line.number === doc.lines) break;
      line = doc.line(line.number + 1);
    }
  };
  syntaxTree(view.state).iterate({
    from: view.viewport.from,
    to: view.viewport.to,
    enter(node) {
      const heading = /^(ATX|Setext)Heading(\d)$/.exec(node.name);
      if (heading) {
        const from = doc.lineAt(node.from).from;
        const hangs = heading[1] === 'ATX' && from === node.from;
        const role = hangs ? headings[Number(heading[2]) - 1]! : plainHeading;
        lines.push(role.range(from));
        return false;
      }
      if (node.name === 'Blockquote') everyLine(node.from, node.to, quote);
      if (node.name === 'Table') everyLine(node.from, node.to, table);
      if (node.name === 'FencedCode' || node.name === 'CodeBlock') {
        everyLine(node.from, node.to, code);
        lines.push(firstOfCode.range(doc.lineAt(node.from).from));
        lines.push(lastOfCode.range(doc.lineAt(node.to).from));
        return false;
      }
      return !inlineBlocks.has(node.name);
    },
  });
  return RangeSet.of(lines, true);
}

/** Nodes that hold no blocks: there is nothing to find in them. */
const inlineBlocks = new Set(['Paragraph', 'Table', 'HTMLBlock', 'LinkReference', 'Task']);
