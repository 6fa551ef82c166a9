import { expect, test } from 'vitest';
import { studioCommands } from '#contract/events.ts';
import { commandKeys } from '#main/commandKeys.ts';
import { editorCommands } from '#renderer/editor/editorCommands.ts';
import { commandTable } from '#renderer/state/commandTable.ts';

const electronKey = (key: string) =>
  key
    .split(/-(?!$)/)
    .map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part.length === 1 ? part.toUpperCase() : part))
    .join('+');

test.each(studioCommands)('the menu and the window have one key for %s', (command) => {
  const { key } = commandTable[command];
  expect(commandKeys[command]).toBe(key === '' ? null : electronKey(key));
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
