import { syntaxTree } from '@codemirror/language';
import { type Extension, type Line, type Range, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { SyntaxNodeRef } from '@lezer/common';

/** Marks the visible lines of headings, lists, quotes, code and tables for the stylesheet. */
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

const role = (name: string) => Decoration.line({ class: name });
const hangingHeadings = [1, 2, 3, 4, 5, 6].map((level) =>
  role(`cm-headingLine cm-heading-${level}`),
);
const heading = role('cm-headingLine');
const quote = role('cm-quoteLine');
const code = role('cm-codeLine');
const firstOfCode = role('cm-codeLine-first');
const lastOfCode = role('cm-codeLine-last');
const table = role('cm-tableLine');
/** By the characters before the text, as far as the stylesheet goes. */
const hangs = Array.from({ length: 17 }, (_, width) =>
  width < 2 ? null : role(`cm-hang-${width}`),
);

function rolesOf(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const { from, to } = view.viewport;
  const roles: Range<Decoration>[] = [];
  const hanging = new Set<number>();

  function forLines(node: SyntaxNodeRef, give: (line: Line) => void): void {
    const last = Math.min(node.to, to);
    let line = doc.lineAt(Math.max(node.from, from));
    for (; line.from <= last; line = doc.line(line.number + 1)) {
      give(line);
      if (line.number === doc.lines) break;
    }
  }

  function hang(line: Line): void {
    if (hanging.has(line.from)) return;
    hanging.add(line.from);
    const lead = hangs[leadWidth(line.text)];
    if (lead) roles.push(lead.range(line.from));
  }

  function enter(node: SyntaxNodeRef): boolean {
    const [, kind, level] = /^(ATX|Setext)Heading(\d)$/.exec(node.name) ?? [];
    if (level) {
      const line = doc.lineAt(node.from);
      const inMargin = kind === 'ATX' && line.from === node.from;
      roles.push((inMargin ? hangingHeadings[Number(level) - 1]! : heading).range(line.from));
      return false;
    }
    switch (node.name) {
      case 'Blockquote':
        forLines(node, (line) => roles.push(quote.range(line.from)));
        forLines(node, hang);
        return true;
      case 'ListItem':
        forLines(node, hang);
        return true;
      case 'Table':
        forLines(node, (line) => roles.push(table.range(line.from)));
        return false;
      case 'FencedCode':
      case 'CodeBlock':
        forLines(node, (line) => roles.push(code.range(line.from)));
        roles.push(firstOfCode.range(doc.lineAt(node.from).from));
        roles.push(lastOfCode.range(doc.lineAt(node.to).from));
        return false;
      default:
        return !leaves.has(node.name);
    }
  }

  syntaxTree(view.state).iterate({ from, to, enter });
  return RangeSet.of(roles, true);
}

/** Nodes that hold no blocks: there is nothing to find in them. */
const leaves = new Set(['Paragraph', 'HTMLBlock', 'LinkReference', 'Task']);

/** Characters that indent, quote and list marks take before the text of a line. */
function leadWidth(line: string): number {
  return /^(?: *(?:>|[-+*](?: \[[ xX]\])?|\d{1,9}[.)])(?= ))* */.exec(line)![0].length;
}
