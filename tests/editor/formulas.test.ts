import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { markdownSupport } from '#renderer/editor/markdownSupport.ts';

/** The names of a text's inline nodes, with what each covers. */
function marks(doc: string): string[] {
  const state = EditorState.create({ doc, extensions: markdownSupport() });
  const found: string[] = [];
  ensureSyntaxTree(state, doc.length, 5000)?.iterate({
    enter: ({ name, from, to }) => {
      if (/^(?:Formula|Emphasis|Link|Escape|InlineCode)$/.test(name)) {
        found.push(`${name} ${doc.slice(from, to)}`);
      }
    },
  });
  return found;
}

test.each([
  ['$a_1 * b_1$ *c*', ['Formula $a_1 * b_1$', 'Emphasis *c*']],
  ['*a $x$*', ['Emphasis *a $x$*', 'Formula $x$']],
  ['$$\nx *a*\n$$', ['Formula $$\nx *a*\n$$']],
  ['$5 *or* $6', ['Emphasis *or*']],
  ['\\$x$', ['Escape \\$']],
  ['`$x$`', ['InlineCode `$x$`']],
  ['$$ $x$', ['Formula $x$']],
])('%j is read as the page reads it', (doc, expected) => {
  expect(marks(doc)).toEqual(expected);
});
