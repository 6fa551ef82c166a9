import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withBlog } from './withBlog.ts';

const { add, blog, inFolder, longhand } = withBlog();

describe('target', () => {
  test('names a place, shows it, changes what is said, and takes it away', async () => {
    const { code, out } = await add(
      '--author',
      'Ada',
      '--constant',
      'layout=post',
      '--field',
      'tags=',
    );
    expect([code, out]).toEqual([
      0,
      `name: Blog\nkind: hugo\nfolder: ${blog()}\nauthor: Ada\nfield: tags=\nconstant: layout=post\nstatus: published\n`,
    ]);
    await longhand.run([
      'target',
      'change',
      'BLOG',
      '--rule',
      'e-mail addresses=off',
      '--name',
      'B',
    ]);
    expect((await longhand.run(['target', 'show', 'b', '--json'])).json()).toMatchObject({
      name: 'B',
      author: 'Ada',
      weights: { 'e-mail addresses': 'off' },
    });
    expect((await longhand.run(['target'])).out).toBe(`B\thugo\t${blog()}\n`);
    await longhand.run(['target', 'remove', 'B']);
    expect((await longhand.run(['target', 'list'])).out).toBe('');
  });

  test.each([
    [['add', 'X'], 2, 'Say --kind and what the target is.'],
    [['add', 'X', '--kind', 'wordpress', '--folder', '.'], 2, '“wordpress” is no kind of target.'],
    [['add', 'X', '--kind', 'hugo'], 2, 'Say --folder and where it goes.'],
    [['move', 'X'], 2, '“move” is nothing to do with a target.'],
    [['show', 'X'], 1, 'There is no target “X”. None has been made yet.'],
    [['add', 'X', '--kind', 'hugo', '--folder', '.', '--url', 'example'], 1, 'is not one of a web'],
    [
      ['add', 'X', '--kind', 'hugo', '--folder', '.', '--field', 'tags=title'],
      1,
      'Two things would be written as “title”.',
    ],
    [['add', 'X', '--kind', 'hugo', '--folder', '.', '--field', 'x=y'], 2, '“x” is no field.'],
    [['add', 'X', '--kind', 'jekyll', '--folder', '.', '--style', 'toml'], 1, 'in TOML'],
    [['add', 'X', '--kind', 'hugo', '--folder', '.', '--rule', 'x=off'], 2, '“x” is no rule.'],
  ])('%j is refused with a sentence, and nothing is made', async (args, code, sentence) => {
    const run = await longhand.run(['target', ...args]);
    expect([run.code, run.err]).toEqual([code, expect.stringContaining(sentence)]);
    expect((await longhand.run(['target', 'list'])).out).toBe('');
  });

  test('a template that breaks is refused with its line', async () => {
    writeFileSync(inFolder('page.html'), '<html>\n{{heading}}\n{{nothing}}\n</html>');
    const template = ['--kind', 'site', '--template', inFolder('page.html')];
    const { code, err } = await add(...template);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('The page template “page.html”, line 3: there is no place named'),
    ]);
  });
});
