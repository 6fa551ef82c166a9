import {
  indentLess,
  indentMore,
  redo,
  simplifySelection,
  standardKeymap,
} from '@codemirror/commands';
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkupCommand,
} from '@codemirror/lang-markdown';
import { searchKeymap } from '@codemirror/search';
import { type Extension, Prec, type StateCommand } from '@codemirror/state';
import { type KeyBinding, keymap } from '@codemirror/view';
import { indentItems, outdentItems } from './commands/indentItems.ts';
import { isInCode } from './commands/syntax.ts';
import { nextCell, previousCell } from './commands/table.ts';
import { editorCommands } from './editorCommands.ts';

/** Enter in an empty item ends the list. */
const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/**
 * The keys of the text. Tab goes from cell to cell, indents list items and code, and elsewhere leaves
 * the text as in any window; Escape, then Tab leaves it from anywhere.
 */
export const keys: Extension = [
  Prec.high(
    keymap.of([
      { key: 'Enter', run: continueMarkup },
      { key: 'Backspace', run: deleteMarkupBackward },
      {
        key: 'Tab',
        run: first(nextCell, indentItems, inCode(indentMore)),
        shift: first(previousCell, outdentItems, inCode(indentLess)),
      },
      ...Object.values(editorCommands).flatMap(({ key, run }): KeyBinding[] =>
        key === '' ? [] : [{ key, run, preventDefault: true }],
      ),
      { key: 'Mod-y', mac: 'Mod-Shift-z', run: redo },
    ]),
  ),
  keymap.of([
    ...searchKeymap.filter(({ key }) => key && ['F3', 'Mod-g', 'Escape'].includes(key)),
    ...standardKeymap,
    { key: 'Escape', run: simplifySelection },
  ]),
];

function first(...commands: readonly StateCommand[]): StateCommand {
  return (target) => commands.some((command) => command(target));
}

function inCode(command: StateCommand): StateCommand {
  return (target) => isInCode(target.state, target.state.selection.main.head) && command(target);
}
