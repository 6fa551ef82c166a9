import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { taskLists } from '#markdown/plugins/taskLists.ts';

const markdown = new MarkdownIt().use(taskLists);
const open = '<input class="task-mark" aria-label="To do" disabled="" type="checkbox">';
const done = '<input class="task-mark" aria-label="Done" checked="" disabled="" type="checkbox">';

test('an item that begins with a mark is a task, nested or not', () => {
  expect(markdown.render('- [x] foo\n  1. [ ] bar\n- baz')).toBe(
    `<ul>
<li class="task-list-item">${done} foo
<ol>
<li class="task-list-item">${open} bar</li>
</ol>
</li>
<li>baz</li>
</ul>
`,
  );
});

test('an item of several paragraphs has the box in the first', () => {
  expect(markdown.render('- [X] a\n\n  b')).toBe(
    `<ul>\n<li class="task-list-item">\n<p>${done} a</p>\n<p>b</p>\n</li>\n</ul>\n`,
  );
});

test.each([
  ['without a space after it', '- [x]a'],
  ['with nothing after it', '- [ ]'],
  ['outside of a list', '[x] a'],
  ['later in the item', '- a [x] b'],
  ['with another letter', '- [y] a'],
  ['in code', '- `[x]` a'],
])('a mark %s is text', (_, source) => {
  expect(markdown.render(source)).not.toContain('<input');
});

test('a definition of the same name does not make the mark a link', () => {
  expect(markdown.render('- [x] a [x]\n\n[x]: /b')).toContain(`${done} a <a href="/b">x</a>`);
});
