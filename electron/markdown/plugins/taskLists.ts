import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/**
 * Task list items of GitHub Flavored Markdown 5.3: `[ ]` or `[x]` and white space at the start of an item's first
 * paragraph becomes a checkbox that cannot be changed, named for those who do not see it.
 */
export function taskLists(md: MarkdownIt): void {
  // The mark is cut before inline parsing, so that a reference `[x]` elsewhere cannot make a link of it.
  md.core.ruler.before('inline', 'task_marks', cutMarks);
  md.core.ruler.after('inline', 'task_checkboxes', putCheckboxes);
}

function cutMarks(state: StateCore): void {
  state.tokens.forEach((item, at) => {
    const text = state.tokens[at + 2];
    if (item.type !== 'list_item_open' || state.tokens[at + 1]?.type !== 'paragraph_open') return;
    const mark = text && /^\[([ xX])\](?=\s)/.exec(text.content);
    if (!mark) return;
    item.attrJoin('class', 'task-list-item');
    text.content = text.content.slice(mark[0].length);
    text.meta = { ...text.meta, task: mark[1] === ' ' ? 'open' : 'done' };
  });
}

function putCheckboxes(state: StateCore): void {
  for (const token of state.tokens) {
    const task = token.type === 'inline' ? token.meta?.task : undefined;
    if (task !== undefined) token.children?.unshift(checkbox(state, task === 'done'));
  }
}

function checkbox(state: StateCore, done: boolean): Token {
  const token = new state.Token('task_checkbox', 'input', 0);
  token.attrs = [
    ['class', 'task-mark'],
    ['aria-label', done ? 'Done' : 'To do'],
  ];
  if (done) token.attrs.push(['checked', '']);
  token.attrs.push(['disabled', ''], ['type', 'checkbox']);
  return token;
}
