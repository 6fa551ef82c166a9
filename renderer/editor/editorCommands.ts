import { moveLineDown, moveLineUp, redo, undo } from '@codemirror/commands';
import { openSearchPanel, selectNextOccurrence } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import { toggleCodeBlock } from './commands/codeBlock.ts';
import { footnote } from './commands/footnote.ts';
import { setHeading } from './commands/headings.ts';
import { toggleInlineCode } from './commands/inlineCode.ts';
import { toggleEmphasis, toggleStrikethrough, toggleStrong } from './commands/inlineMarks.ts';
import { makeLink } from './commands/link.ts';
import {
  toggleBulletList,
  toggleOrderedList,
  toggleTask,
  toggleTaskList,
} from './commands/lists.ts';
import { toggleQuote } from './commands/quote.ts';
import { insertRule } from './commands/rule.ts';
import { addColumn, addRow, insertTable } from './commands/table.ts';
import { formatTable } from './commands/tableFormat.ts';
import { openReplace } from './find/openReplace.ts';

export interface EditorCommand {
  readonly label: string;
  /** CodeMirror's notation, `Mod` being Command on a Mac and Control elsewhere; '' when it has none. */
  readonly key: string;
  /** False when it does not apply where the selection is. */
  readonly run: (view: EditorView) => boolean;
}

/** Everything that can be done to the text, by name. The keymap, the palette and the keys' help are made from it. */
export const editorCommands = {
  strong: { label: 'Strong', key: 'Mod-b', run: toggleStrong },
  emphasis: { label: 'Emphasis', key: 'Mod-i', run: toggleEmphasis },
  strikethrough: { label: 'Strikethrough', key: 'Mod-Shift-x', run: toggleStrikethrough },
  inlineCode: { label: 'Code', key: 'Mod-e', run: toggleInlineCode },
  link: { label: 'Link', key: 'Mod-Shift-k', run: makeLink },
  heading1: { label: 'Heading 1', key: 'Mod-Alt-1', run: setHeading(1) },
  heading2: { label: 'Heading 2', key: 'Mod-Alt-2', run: setHeading(2) },
  heading3: { label: 'Heading 3', key: 'Mod-Alt-3', run: setHeading(3) },
  heading4: { label: 'Heading 4', key: 'Mod-Alt-4', run: setHeading(4) },
  heading5: { label: 'Heading 5', key: 'Mod-Alt-5', run: setHeading(5) },
  heading6: { label: 'Heading 6', key: 'Mod-Alt-6', run: setHeading(6) },
  noHeading: { label: 'No heading', key: 'Mod-Alt-0', run: setHeading(0) },
  bulletList: { label: 'Bullet list', key: 'Mod-Shift-8', run: toggleBulletList },
  orderedList: { label: 'Numbered list', key: 'Mod-Shift-7', run: toggleOrderedList },
  taskList: { label: 'Task list', key: 'Mod-Shift-9', run: toggleTaskList },
  toggleTask: { label: 'Check or uncheck the task', key: 'Mod-Enter', run: toggleTask },
  quote: { label: 'Quote', key: 'Mod-Shift-.', run: toggleQuote },
  codeBlock: { label: 'Code block', key: 'Mod-Alt-c', run: toggleCodeBlock },
  table: { label: 'Table', key: 'Mod-Alt-t', run: insertTable },
  addRow: { label: 'Add a table row', key: 'Mod-Alt-Enter', run: addRow },
  addColumn: { label: 'Add a table column', key: '', run: addColumn },
  formatTable: { label: 'Line up the table', key: '', run: formatTable },
  footnote: { label: 'Footnote: add, go to, go back', key: 'Mod-Shift-6', run: footnote },
  rule: { label: 'Thematic break', key: '', run: insertRule },
  moveLineUp: { label: 'Move the line up', key: 'Alt-ArrowUp', run: moveLineUp },
  moveLineDown: { label: 'Move the line down', key: 'Alt-ArrowDown', run: moveLineDown },
  undo: { label: 'Undo', key: 'Mod-z', run: undo },
  redo: { label: 'Redo', key: 'Mod-Shift-z', run: redo },
  find: { label: 'Find', key: 'Mod-f', run: openSearchPanel },
  replace: { label: 'Find and replace', key: 'Mod-Alt-f', run: openReplace },
  selectNextOccurrence: {
    label: 'Select the next occurrence',
    key: 'Mod-d',
    run: selectNextOccurrence,
  },
} as const satisfies Readonly<Record<string, EditorCommand>>;

export type EditorCommandId = keyof typeof editorCommands;

export function isEditorCommand(id: string): id is EditorCommandId {
  return Object.hasOwn(editorCommands, id);
}
