import { expect, test } from 'vitest';
import { renderEssay } from '#markdown/renderEssay.ts';
import { imageMarkdown } from '#renderer/state/imageMarkdown.ts';

test.each([
  ['', '![](images/a.png)'],
  ['  A clock\nat noon ', '![A clock at noon](images/a.png)'],
  [
    'x] y[ &amp; ~~z~~ `code` *z* $1$ <b> \\',
    '![x\\] y\\[ \\&amp; \\~\\~z\\~\\~ \\`code\\` \\*z\\* \\$1\\$ \\<b> \\\\](images/a.png)',
  ],
])('what an image shows is said as it was typed: %j', (alt, markdown) => {
  expect(imageMarkdown({ name: 'a.png', alt })).toBe(markdown);
  const image = () => ({ address: 'images/a.c0ffee00.png', width: null, height: null });
  const shown = /alt="([^"]*)"/.exec(renderEssay(markdown, { image }).html)?.[1];
  expect(shown).toBe(
    alt
      .replace(/\s+/g, ' ')
      .trim()
      .replace('<', '&lt;')
      .replace('>', '&gt;')
      .replaceAll('&a', '&amp;a'),
  );
});
