import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { trashEssays } from '#library/essays/trash.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { run } from './withDesk.ts';
import { withPosts } from './withPosts.ts';

const { longhand, inFolder, importBlog } = withPosts();

describe('render', () => {
  const body = '# One\n\nWords & *more*.\n';

  test('prints the page’s fragment, front matter left out, from a file and from standard input', async () => {
    await writeFile(inFolder('a.md'), `---\ntitle: One\n---\n${body}`);
    expect((await run(['render', inFolder('a.md')])).out).toBe(renderEssay(body).html);
    const piped = await run(['render', '-'], { readInput: async () => Buffer.from(body) });
    expect(piped).toMatchObject({ code: 0, out: renderEssay(body).html });
  });

  test('--json adds the outline and the statistics', async () => {
    await writeFile(inFolder('a.md'), body);
    expect((await run(['render', inFolder('a.md'), '--json'])).json()).toEqual({
      html: renderEssay(body).html,
      outline: renderEssay(body).outline,
      statistics: renderEssay(body).statistics,
    });
  });

  test('a binary file is refused', async () => {
    await writeFile(inFolder('a.md'), Buffer.from([0, 1, 2]));
    expect(await run(['render', inFolder('a.md')])).toMatchObject({
      code: 1,
      out: '',
      err: 'longhand: “a.md” is a binary file, not text. If an essay is in it, save that as Markdown or plain text.\n',
    });
  });
});

describe('export', () => {
  beforeEach(importBlog);

  test('into a folder, which is made, prints the paths', async () => {
    const out = inFolder('site/pages');
    const result = await longhand.run(['export', '--all', '--format', 'html', '--out', out]);
    expect(result).toMatchObject({
      code: 0,
      out: `${join(out, 'the-first.html')}\n${join(out, 'the-second.html')}\n`,
      err: '',
    });
    expect(await readFile(join(out, 'the-first.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('of one essay goes to the file that is named, and an existing file is kept without --force', async () => {
    const out = inFolder('kept.md');
    const args = ['export', 'the-first', '--format', 'markdown', '--out', out];
    expect(await longhand.run(args)).toMatchObject({ code: 0, out: `${out}\n` });
    await writeFile(out, 'mine');
    const again = await longhand.run([...args, '--json']);
    expect(again.code).toBe(1);
    expect(again.json()).toMatchObject({ error: { code: 'exists' } });
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect((await longhand.run([...args, '--force'])).code).toBe(0);
    expect(await readFile(out)).toEqual(await readFile(inFolder('blog/one.md')));
  });

  test('says what the front matter does not hold, and is done all the same', async () => {
    await writeFile(inFolder('note.md'), '---\ntitle: "open\n---\nWords.\n');
    await longhand.run(['import', inFolder('note.md')]);
    const library = openLibrary(longhand.library);
    const { id } = findEssay(library, 'note');
    describeEssay(library, id, { tags: ['late'] });
    library.close();
    for (const out of [inFolder('back.md'), '-']) {
      const { code, err } = await longhand.run([
        'export',
        'note',
        '--format',
        'markdown',
        '--out',
        out,
      ]);
      expect(code).toBe(0);
      expect(err).toMatch(/^note: The front matter could not be read \(.+\), so it was kept/);
    }
    expect(await readFile(inFolder('back.md'))).toEqual(await readFile(inFolder('note.md')));
  });

  test('to standard output is the file’s bytes and nothing else', async () => {
    const { code, bytes, err } = await longhand.run([
      'export',
      'the-first',
      '--format',
      'markdown',
      '--out',
      '-',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(bytes).toEqual(await readFile(inFolder('blog/one.md')));
  });

  test('--author is named in the page', async () => {
    const { out } = await longhand.run([
      'export',
      'the-second',
      '--format',
      'html',
      '--out',
      '-',
      '--author',
      'Ada',
    ]);
    expect(out).toContain('<meta name="author" content="Ada">');
    expect(out).not.toMatch(/url\((?!"data:)/);
  });

  test('with a slug that is not there nothing is written', async () => {
    const out = inFolder('site');
    const { code, err } = await longhand.run([
      'export',
      'the-first',
      'gone',
      '--format',
      'html',
      '--out',
      out,
    ]);
    expect(code).toBe(1);
    expect(err).toContain('gone');
    expect(await readdir(longhand.folder)).not.toContain('site');
  });

  test('--all leaves out the trash and reports what was kept back', async () => {
    const out = inFolder('site');
    await mkdir(out);
    await writeFile(join(out, 'the-first.md'), 'mine');
    const library = openLibrary(longhand.library);
    const { id } = createEssay(library, { title: 'Thrown Away' });
    trashEssays(library, [id]);
    library.close();
    const { code, json } = await longhand.run([
      'export',
      '--all',
      '--format',
      'markdown',
      '--out',
      out,
      '--json',
    ]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      format: 'markdown',
      written: [{ path: join(out, 'the-second.md') }],
      skipped: [
        {
          title: 'The First',
          reason:
            'A file named “the-first.md” is already there. Choose another place, or replace it.',
        },
      ],
    });
    expect((await readdir(out)).sort()).toEqual(['the-first.md', 'the-second.md']);
  });
});
