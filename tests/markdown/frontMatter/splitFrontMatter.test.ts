import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '#markdown/frontMatter/splitFrontMatter.ts';

describe('front matter is', () => {
  test.each([
    ['YAML between dashes', '---\ntitle: A\n---\n', 'yaml'],
    ['YAML that ends in dots', '---\ntitle: A\n...\n', 'yaml'],
    ['YAML with CRLF and spaces after the fences', '--- \r\ntitle: A\r\n---  \r\n', 'yaml'],
    ['YAML with a key in another script', '---\nÜber: A\n---\n', 'yaml'],
    ['YAML that does not parse', '---\ntitle: [\n---\n', 'yaml'],
    ['empty YAML', '---\n---\n', 'yaml'],
    ['YAML of a comment', '---\n# later\n---\n', 'yaml'],
    ['YAML at the end of the file', '---\ntitle: A\n---', 'yaml'],
    ['TOML between pluses', '+++\ntitle = "A"\n+++\n', 'toml'],
    ['a JSON object', '{\n  "a": {"b": "}"}\n}\n', 'json'],
  ])('%s', (_, frontMatter, format) => {
    const body = frontMatter.endsWith('\n') ? '\nText\n---\n' : '';
    expect(splitFrontMatter(frontMatter + body)).toEqual({ frontMatter, body, format });
  });
});

describe('no front matter is', () => {
  test.each([
    ['a rule over prose', '---\n\nHello: no\n\nText\n'],
    ['prose between rules', '---\n\nHello\n\n---\n'],
    ['a fence that does not close', '---\ntitle: A\n\nText\n'],
    ['a fence after an empty line', '\n---\ntitle: A\n---\n'],
    ['four dashes', '----\ntitle: A\n----\n'],
    ['a list under a rule', '---\n- a\n---\n'],
    ['a template that opens with braces', '{{ page.title }}\n'],
    ['a JSON object with text after it', '{"a": 1} text\n'],
    ['a JSON object that does not close', '{"a": 1\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ frontMatter: '', body: text, format: null });
  });
});

test('front matter and body are the text again, whatever it is', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      '---',
      '+++',
      '...',
      '\n',
      '\r\n',
      '\r',
      '{',
      '}',
      '"',
      'a: b',
      '\\',
      ' ',
    ),
  });
  fc.assert(
    fc.property(text, (source) => {
      const { frontMatter, body } = splitFrontMatter(source);
      expect(frontMatter + body).toBe(source);
    }),
    { numRuns: 2000 },
  );
});
