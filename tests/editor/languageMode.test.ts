import { history, undo } from '@codemirror/commands';
import { language } from '@codemirror/language';
import { EditorState, Text, type TransactionSpec } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { languageMode, offenceOf } from '#renderer/editor/languageMode.ts';
import { hostileTexts } from './support/hostile.ts';

const bomb = hostileTexts['brackets and underscores']!(40_000);

test('an ordinary essay is Markdown', () => {
  const state = open('# Title\n\nText.');
  expect(offenceOf(state)).toBeNull();
  expect(isMarkdown(state)).toBe(true);
});

test('a hostile essay opens as plain text and says why', () => {
  const state = open(`Before.\n\n${bomb}`);
  expect(offenceOf(state)?.reason).toBe(
    'This essay is shown as plain text: one of its paragraphs holds too many unclosed marks.',
  );
  expect(isMarkdown(state)).toBe(false);
});

describe('a change', () => {
  test('that brings a hostile paragraph takes the language away in its own transaction', () => {
    const state = change(open('One.\n\nTwo.'), { from: 6, insert: bomb });
    expect(isMarkdown(state)).toBe(false);
  });

  test('that makes a paragraph hostile bit by bit does so too', () => {
    let state = open('Start ');
    for (let piece = 0; piece < 40 && isMarkdown(state); piece++) {
      state = change(state, { from: state.doc.length, insert: '[ a_'.repeat(250) });
    }
    expect(offenceOf(state)?.kind).toBe('density');
  });

  test('elsewhere leaves a hostile text plain, and follows where it went', () => {
    const state = change(open(`Before.\n\n${bomb}`), { from: 0, insert: 'Long ' });
    expect(offenceOf(state)).toMatchObject({ kind: 'density', from: 14 });
  });

  test('that takes the hostile paragraph away heals', () => {
    const state = open(`Before.\n\n${bomb}`);
    expect(offenceOf(change(state, { from: 9, to: state.doc.length }))).toBeNull();
  });

  test('that takes one of two away does not', () => {
    const state = open(`${bomb}\n\nbetween\n\n${bomb}`);
    expect(offenceOf(change(state, { from: 0, to: bomb.length }))).toMatchObject({ from: 11 });
  });

  test('that is undone heals', () => {
    let state = change(open('One.'), { from: 4, insert: `\n\n${bomb}` });
    undo({
      state,
      dispatch(transaction) {
        state = transaction.state;
      },
    });
    expect(offenceOf(state)).toBeNull();
  });

  test('that joins lines into a very long one is noticed inside a code block', () => {
    const line = 'x'.repeat(30_000);
    const state = open(`\`\`\`\n${line}\n${line}\n\`\`\``);
    expect(offenceOf(state)).toBeNull();
    expect(offenceOf(change(state, { from: 30_004, to: 30_005 }))?.kind).toBe('line');
  });

  test('inside a code block may look like a bomb', () => {
    const state = open('```\ncode\n\n```');
    expect(offenceOf(change(state, { from: 9, insert: bomb }))).toBeNull();
  });
});

function open(body: string): EditorState {
  const doc = Text.of(body.split('\n'));
  return EditorState.create({ doc, extensions: [languageMode(doc), history()] });
}

function change(state: EditorState, changes: NonNullable<TransactionSpec['changes']>): EditorState {
  return state.update({ changes, userEvent: 'input.paste' }).state;
}

function isMarkdown(state: EditorState): boolean {
  return state.facet(language) !== null;
}
