import { expect, test } from 'vitest';
import { commandTable, studioCommands } from '#contract/commands.ts';
import { accelerator } from '#main/accelerator.ts';
import { editorCommands } from '#renderer/editor/editorCommands.ts';

test('the menu shows the keys of the table in its own notation', () => {
  expect(accelerator('essay.new')).toBe('CmdOrCtrl+N');
  expect(accelerator('essay.trash')).toBe('CmdOrCtrl+Shift+Backspace');
  expect(accelerator('view.smaller')).toBe('CmdOrCtrl+-');
  expect(accelerator('library.toggle')).toBe('CmdOrCtrl+\\');
  expect(accelerator('library.new')).toBe(null);
});

test('no key means two things', () => {
  const own = studioCommands
    .filter((command) => !command.startsWith('edit.'))
    .map((command) => commandTable[command].key);
  const keys = [...own, ...Object.values(editorCommands).map(({ key }) => key)].filter(
    (key) => key !== '',
  );
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  expect(twice).toEqual([]);
});
