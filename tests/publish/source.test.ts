import { compile } from '@mdx-js/mdx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mdxProse } from '#publish/escapes/mdxProse.ts';
import { proseOnly } from '#publish/source/proseOnly.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '`',
    '``',
    '```\n',
    '~~~\n',
    '    ',
    '\n',
    '\r\n',
    '\n\n',
    '- ',
    '> ',
    '| a |\n|--|\n',
    '[[a]]',
    '[^1]',
    '[^1]: ',
    '<b>',
    '</b>',
    '<br>',
    '<!--',
    '-->',
    '{',
    '}',
    '<',
    '\\',
    '](',
    ' a ',
    '\0',
    '# ',
    'import x\n',
    '***',
    '<a href=x>',
    '<p>',
    '</p>',
    '<https://a.b>',
  ),
  fc.string(),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

test('prose keeps every place and every line break of its source', () => {
  fc.assert(
    fc.property(text, (source) => {
      const prose = proseOnly(source);
      expect(prose.text).toHaveLength(source.length);
      const breaks = (of: string) => [...of.matchAll(/\r|\n/g)].map(({ index }) => index);
      expect(breaks(prose.text)).toEqual(breaks(source));
      for (let at = 0; at < source.length; at++) {
        if (prose.text[at] !== source[at]) expect([' ', '\ufffc']).toContain(prose.text[at]);
      }
    }),
    { numRuns: 400 },
  );
});

test('any Markdown at all compiles as MDX', async () => {
  const once = [
    '[^1]: ```<a href=x>',
    '[^1]:- ```{',
    '[^1]:```\n```\n<',
    '[^1]:`\n_<`',
    '<div>\n```\n</div>',
    '<p>`</p>`',
    '<p><!--</p>-->',
    "]:<b>'</b>",
    'y```<\n    ```',
    '```\n    ```\n<',
    '    ```\n    <',
  ];
  await fc.assert(
    fc.asyncProperty(text, async (source) => {
      await compile(mdxProse(source));
    }),
    { numRuns: 300, examples: once.map((source) => [source]) },
  );
});

test('MDX shows code in a note, and what raw HTML says, as they were', async () => {
  const source = `A[^1].

[^1]: \`\`\`sql
    select 1 < 2;
    \`\`\`

<div>
*stars* and \`ticks\`
# no heading
</div>
`;
  const code = String(await compile(mdxProse(source), { jsx: true }));
  expect(code).toContain('className="language-sql">{"select 1 < 2;\\n"}');
  expect(code).toContain('*stars* and `ticks`\\n# no heading');
});
