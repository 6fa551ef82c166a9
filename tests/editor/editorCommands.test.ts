import { expect, test } from 'vitest';
import { commandTable } from '#contract/commands.ts';
import { editorCommands, isEditorCommand } from '#renderer/editor/editorCommands.ts';

test('no two commands share a key, here or in the studio', () => {
  const shared = ['edit.find', 'edit.undo', 'edit.redo'];
  const studio = Object.entries(commandTable).filter(([id]) => !shared.includes(id));
  const keys = [...Object.values(editorCommands), ...studio.map(([, entry]) => entry)]
    .map(({ key }) => key)
    .filter((key) => key !== '');
  expect(keys).toEqual([...new Set(keys)]);
});

test('a name that an object has anyway is no command', () => {
  expect(isEditorCommand('strong')).toBe(true);
  expect(isEditorCommand('toString')).toBe(false);
});
