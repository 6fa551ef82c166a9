import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { cameAs, sourceOf } from '#renderer/editor/source.ts';

const change = (userEvent?: string) =>
  EditorState.create().update({
    changes: { from: 0, insert: 'x' },
    ...(userEvent === undefined ? {} : { userEvent }),
  });

test.each([
  ['input.type', 'typed'],
  ['input.type.compose', 'typed'],
  ['delete.backward', 'typed'],
  ['input.paste', 'pasted'],
  ['input.drop', 'pasted'],
  ['input.replace', 'replaced'],
  ['input.replace.all', 'replaced'],
  ['undo', 'undone'],
  ['redo', 'redone'],
  [undefined, 'typed'],
])('a change by %s is in the history as %s', (event, source) => {
  expect(sourceOf(change(event))).toBe(source);
});

test('a change that says how it came about is in the history as that', () => {
  const restored = EditorState.create().update({
    changes: { from: 0, insert: 'x' },
    userEvent: 'input.paste',
    annotations: cameAs.of('restored'),
  });
  expect(sourceOf(restored)).toBe('restored');
});
