import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { published } from '../published.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'template-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const page = (body: string, head = '{{head}}') =>
  `<!doctype html>\n<html lang="{{language}}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
const withTemplate = (text: string) => {
  const file = join(folder, 'mine.html');
  writeFileSync(file, text);
  return readSiteParts('resources', file);
};

test('the author’s own template is used for every page', async () => {
  const parts = withTemplate(page('<p>Mine, $& and $1</p>\n{{ main }}\n{{footer}}{{footer}}'));
  const files = await published({ kind: 'site', author: 'Ada' }, [{ slug: 'a' }], parts);
  for (const path of ['index.html', 'essays/a.html', '404.html']) {
    expect(files[path]).toContain('<p>Mine, $& and $1</p>');
    expect(files[path]!.match(/<p class="site-author">Ada</g)).toHaveLength(2);
  }
});

test('what an essay says is not taken for a place', async () => {
  const body = 'A place is written `{{main}}`, {{footer}}.\n';
  const files = await published(
    { kind: 'site', author: 'Ada' },
    [{ slug: 'a', body }],
    withTemplate(page('{{main}}')),
  );
  expect(files['essays/a.html']).toContain('<code>{{main}}</code>, {{footer}}.');
});

test.each([
  [page('{{mian}}'), ', line 7: there is no place named “mian”.', 'The places are {{language}}'],
  [page('{{main'), ', line 7: “{{” has no partner.', 'A place is a name between two braces'],
  [page('<p>x</p>'), ': it has no {{main}}.', 'Put {{main}} where the essay is to stand.'],
  [page('{{main}}', '<title>x</title>'), ': it has no {{head}}.', 'Put {{head}} between'],
  [page('<p>{{main}}</span>'), ', line 7: </span> closes nothing.', 'Mend the line'],
  [page('<div>\n{{main}}'), ', line 7: <div> is not closed.', 'Mend the line'],
  [
    page('<div class="a" class="b">{{main}}</div>'),
    ', line 7: duplicate attribute.',
    'Mend the line',
  ],
  ['{{head}}{{main}}', ', line 1: missing doctype.', 'Mend the line'],
])('%j is refused in a writer’s words', (text, message, advice) => {
  expect(() => withTemplate(text)).toThrow(
    expect.objectContaining({
      name: 'StudioError',
      code: 'invalid',
      message: expect.stringContaining(`The page template “mine.html”${message}`),
      advice: expect.stringContaining(advice),
    }),
  );
});

test('a template that is not there is named', () => {
  expect(() => readSiteParts('resources', join(folder, 'gone.html'))).toThrow(
    'The page template “gone.html” could not be read.',
  );
});
