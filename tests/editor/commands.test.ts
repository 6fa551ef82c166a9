import { describe, expect, test } from 'vitest';
import { toggleCodeBlock } from '#renderer/editor/commands/codeBlock.ts';
import { footnote } from '#renderer/editor/commands/footnote.ts';
import { setHeading } from '#renderer/editor/commands/headings.ts';
import { indentItems, outdentItems } from '#renderer/editor/commands/indentItems.ts';
import { toggleInlineCode } from '#renderer/editor/commands/inlineCode.ts';
import {
  toggleEmphasis,
  toggleStrikethrough,
  toggleStrong,
} from '#renderer/editor/commands/inlineMarks.ts';
import { makeLink } from '#renderer/editor/commands/link.ts';
import {
  toggleBulletList,
  toggleOrderedList,
  toggleTask,
  toggleTaskList,
} from '#renderer/editor/commands/lists.ts';
import { toggleQuote } from '#renderer/editor/commands/quote.ts';
import { insertRule } from '#renderer/editor/commands/rule.ts';
import { run } from './support/marked.ts';

describe('strong, emphasis and strikethrough', () => {
  test.each([
    ['a «word» here', 'a **«word»** here'],
    ['a »word« here', 'a **»word«** here'],
    ['a **«word»** here', 'a «word» here'],
    ['a «**word**» here', 'a «word» here'],
    ['a wo‸rd here', 'a **wo‸rd** here'],
    ['a word‸ here', 'a **word‸** here'],
    ['a ‸word here', 'a **‸word** here'],
    ['a **wo‸rd** here', 'a wo‸rd here'],
    ['a **word‸** here', 'a **word**‸ here'],
    ['a  ‸  b', 'a  **‸**  b'],
    ['a  **‸**  b', 'a  ‸  b'],
    ['a «word »here', 'a **«word»** here'],
    ['«a **b** c»', '**«a b c»**'],
    ['**a «b» c**', 'a «b» c'],
    ['__«old»__', '«old»'],
    ['«one» and «two»', '**«one»** and **«two»**'],
    ['«one\ntwo»', '**«one**\n**two»**'],
    ['«- one\n- two»', '- **«one**\n- **two»**'],
    ['- **«one**\n- **two»**', '- «one\n- two»'],
    ['«# Head»', '**«# Head»**'],
    ['‸', '**‸**'],
    ['*a «b» c*', '*a **«b»** c*'],
    ['日本«語»', '日本**«語»**'],
  ])('strong: %j becomes %j', (before, expected) => {
    expect(run(toggleStrong, before)).toBe(expected);
  });

  test.each([
    ['a «word» here', 'a *«word»* here'],
    ['a _«word»_ here', 'a «word» here'],
    ['a **wo‸rd** here', 'a ***wo‸rd*** here'],
    ['a ***wo‸rd*** here', 'a **wo‸rd** here'],
    ['**‸**', '***‸***'],
  ])('emphasis: %j becomes %j', (before, expected) => {
    expect(run(toggleEmphasis, before)).toBe(expected);
  });

  test('strikethrough', () => {
    expect(run(toggleStrikethrough, 'a wo‸rd')).toBe('a ~~wo‸rd~~');
    expect(run(toggleStrikethrough, 'a ~~wo‸rd~~')).toBe('a wo‸rd');
  });

  test.each(['```\nco‸de\n```', '    indented ‸code', 'a `co‸de` span'])(
    'nothing in code: %j',
    (text) => {
      expect(run(toggleStrong, text)).toBeNull();
    },
  );
});

describe('inline code', () => {
  test.each([
    ['run «npm test» now', 'run `«npm test»` now'],
    ['run `«npm test»` now', 'run «npm test» now'],
    ['run `npm te‸st` now', 'run npm te‸st now'],
    ['run `npm test‸` now', 'run `npm test`‸ now'],
    ['a na‸me', 'a `na‸me`'],
    ['«a ` b»', '``«a ` b»``'],
    ['«`x`»', '«x»'],
    ['«`» is a tick', '`` «`» `` is a tick'],
    ['‸', '`‸`'],
    ['`‸`', '‸'],
  ])('%j becomes %j', (before, expected) => {
    expect(run(toggleInlineCode, before)).toBe(expected);
  });
});

describe('links', () => {
  test.each([
    ['see «the docs» here', 'see [the docs](‸) here'],
    ['see do‸cs', 'see [docs](‸)'],
    ['see ‸ ', 'see [‸]() '],
    ['«https://a.example/x»', '[‸](https://a.example/x)'],
    ['«www.a.example»', '[‸](https://www.a.example)'],
    ['«https://a.example/(x)»', '[‸](<https://a.example/(x)>)'],
    ['[te‸xt](https://a.example)', '[text](«https://a.example»)'],
  ])('%j becomes %j', (before, expected) => {
    expect(run(makeLink, before)).toBe(expected);
  });
});

describe('headings', () => {
  test.each([
    [2, 'Tit‸le', '## Tit‸le'],
    [2, '## Tit‸le', 'Tit‸le'],
    [3, '## Tit‸le', '### Tit‸le'],
    [0, '### Tit‸le', 'Tit‸le'],
    [1, '‸', '# ‸'],
    [2, '> quo‸ted', '> ## quo‸ted'],
    [2, 'Tit‸le\n=====\n\ntext', '## Tit‸le\n\ntext'],
    [2, 'Tit‸le\n-----', 'Tit‸le'],
    [2, '«one\n\ntwo»', '## «one\n\n## two»'],
  ] as const)('level %i: %j becomes %j', (level, before, expected) => {
    expect(run(setHeading(level), before)).toBe(expected);
  });
});

const commands = {
  toggleBulletList,
  toggleOrderedList,
  toggleTaskList,
  toggleTask,
  indentItems,
  outdentItems,
  toggleQuote,
  toggleCodeBlock,
  insertRule,
};

describe('lists', () => {
  test.each([
    ['toggleBulletList', '«one\ntwo»', '- «one\n- two»'],
    ['toggleBulletList', '- «one\n- two»', '«one\ntwo»'],
    ['toggleBulletList', '1. o‸ne', '- o‸ne'],
    ['toggleBulletList', '«one\n\ntwo»', '- «one\n\n- two»'],
    ['toggleBulletList', '‸', '- ‸'],
    ['toggleBulletList', '> quo‸ted', '> - quo‸ted'],
    ['toggleOrderedList', '«one\ntwo\nthree»', '1. «one\n2. two\n3. three»'],
    ['toggleOrderedList', '«- one\n  - inner\n- two»', '«1. one\n  1. inner\n2. two»'],
    ['toggleOrderedList', '«1. one\n2. two»', '«one\ntwo»'],
    ['toggleTaskList', 'bu‸y milk', '- [ ] bu‸y milk'],
    ['toggleTaskList', '- bu‸y milk', '- [ ] bu‸y milk'],
    ['toggleTaskList', '- [x] bu‸y milk', 'bu‸y milk'],
    ['toggleTask', '- [ ] bu‸y milk', '- [x] bu‸y milk'],
    ['toggleTask', '«- [x] one\n- [ ] two»', '«- [x] one\n- [x] two»'],
    ['toggleTask', '«- [x] one\n- [x] two»', '«- [ ] one\n- [ ] two»'],
    ['toggleTask', 'no ta‸sk', null],
    ['indentItems', '- one\n- tw‸o', '- one\n  - tw‸o'],
    ['indentItems', '1. one\n2. tw‸o', '1. one\n   2. tw‸o'],
    ['indentItems', 'pro‸se', null],
    ['outdentItems', '- one\n  - tw‸o', '- one\n- tw‸o'],
    ['outdentItems', '- on‸e', null],
  ] as const)('%s: %j becomes %j', (name, before, expected) => {
    expect(run(commands[name], before)).toBe(expected);
  });
});

describe('quotes, code blocks and breaks', () => {
  test.each([
    ['toggleQuote', 'on‸e', '> on‸e'],
    ['toggleQuote', '«one\n\ntwo»', '> «one\n>\n> two»'],
    ['toggleQuote', '«> one\n>\n> two»', '«one\n\ntwo»'],
    ['toggleQuote', '‸', '> ‸'],
    ['toggleCodeBlock', '«let a;\nlet b;»', '```‸\nlet a;\nlet b;\n```'],
    ['toggleCodeBlock', 'text\n‸\nmore', 'text\n\n```‸\n\n```\n\nmore'],
    ['toggleCodeBlock', '```js\nlet ‸a;\n```', 'let ‸a;'],
    ['toggleCodeBlock', '«```\ninner\n```\nouter»', '````‸\n```\ninner\n```\nouter\n````'],
    ['insertRule', 'on‸e\ntwo', 'one\n\n---\n\n‸\ntwo'],
    ['insertRule', 'one\n\n‸', 'one\n\n---\n\n‸'],
  ] as const)('%s: %j becomes %j', (name, before, expected) => {
    expect(run(commands[name], before)).toBe(expected);
  });
});

describe('footnotes', () => {
  test.each([
    ['A claim.‸', 'A claim.[^1]\n\n[^1]: ‸'],
    ['A claim.‸\n\nThe end.\n', 'A claim.[^1]\n\nThe end.\n\n[^1]: ‸'],
    ['One[^1] and two‸.\n\n[^1]: First.', 'One[^1] and two[^2].\n\n[^1]: First.\n[^2]: ‸'],
    ['See[^no‸te].\n\n[^note]: Text.', 'See[^note].\n\n[^note]: ‸Text.'],
    ['See[^no‸te].', 'See[^note].\n\n[^note]: ‸'],
    ['See[^note].\n\n[^note]: Te‸xt.', 'See[^note]‸.\n\n[^note]: Text.'],
    ['See[^note].\n\n[^note]: Text.\n\n    Mo‸re.', 'See[^note]‸.\n\n[^note]: Text.\n\n    More.'],
  ])('%j becomes %j', (before, expected) => {
    expect(run(footnote, before)).toBe(expected);
  });
});
