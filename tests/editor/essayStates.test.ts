import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { EssayStates } from '#renderer/editor/essayStates.ts';

test('an essay is handed over once', () => {
  const states = new EssayStates();
  const essay = { state: EditorState.create({ doc: 'text' }), scroll: null };
  states.keep('a', essay);
  expect(states.take('a')).toBe(essay);
  expect(states.take('a')).toBeNull();
});

test('thirty essays are kept; of more, those used longest ago go', () => {
  const states = new EssayStates();
  for (let essay = 1; essay <= 31; essay++) keep(states, `essay ${essay}`, 10);
  expect(states.take('essay 1')).toBeNull();
  expect(states.take('essay 2')).not.toBeNull();
});

test('very large essays count by their size, but the last one always stays', () => {
  const states = new EssayStates();
  keep(states, 'small', 10);
  keep(states, 'large', 12_000_000);
  keep(states, 'larger', 21_000_000);
  expect(states.take('small')).toBeNull();
  expect(states.take('large')).toBeNull();
  expect(states.take('larger')).not.toBeNull();
});

function keep(states: EssayStates, id: string, length: number): void {
  states.keep(id, { state: EditorState.create({ doc: 'x'.repeat(length) }), scroll: null });
}
