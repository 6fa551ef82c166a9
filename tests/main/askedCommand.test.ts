import { expect, it } from 'vitest';
import { askedCommand } from '#main/askedCommand.ts';

it.each([
  [['list', '--json']],
  [['--library', 'a.longhand', 'import', '/home/writer/notes.md']],
  [['a-command-that-is-not-there']],
  [['--help']],
  [['--version', '--json']],
])('%j is a command', (words) => {
  expect(askedCommand(words)).toEqual(words);
});

it.each([
  [[]],
  [['/home/writer/notes.md']],
  [['notes.md']],
  [['./notes']],
  [['/home/writer/notes']],
  [['C:\\Users\\writer\\notes']],
  [['--library', 'list', '--settings', 'show']],
  [['--ozone-platform=wayland']],
])('%j opens the window', (words) => {
  expect(askedCommand(words)).toBeNull();
});

it('leaves out what a package puts before the command, and what root needs', () => {
  expect(askedCommand(['--', 'list', '--', '--slug'])).toEqual(['list', '--', '--slug']);
  expect(askedCommand(['--no-sandbox', 'list'])).toEqual(['list']);
});
