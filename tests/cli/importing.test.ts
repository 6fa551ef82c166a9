import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { withPosts } from './withPosts.ts';

const { longhand, inFolder, importBlog } = withPosts();

describe('import', () => {
  test('prints the slug and the file of each essay', async () => {
    expect(await importBlog()).toMatchObject({
      code: 0,
      out: `the-first\t${inFolder('blog/one.md')}\nthe-second\t${inFolder('blog/two.md')}\n`,
      err: '',
    });
  });

  test('--json is the report with the slugs', async () => {
    const { code, json } = await longhand.run(['import', inFolder('blog'), '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      imported: [
        { slug: 'the-first', file: inFolder('blog/one.md'), title: 'The First', notes: [] },
        { slug: 'the-second', file: inFolder('blog/two.md'), title: 'The Second', notes: [] },
      ],
      skipped: [],
      cancelled: false,
    });
  });

  test('what cannot come in is said on standard error and ends with 1; the rest comes in', async () => {
    await writeFile(inFolder('blog/broken.md'), Buffer.from([0, 1, 2, 3]));
    const { code, out, err } = await longhand.run(['import', inFolder('blog'), inFolder('gone')]);
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(3);
    const [gone, broken] = [inFolder('gone'), inFolder('blog/broken.md')];
    expect(err.split('\n')).toEqual([
      `${gone}: There is no “${gone}”. Look whether it was moved, or is called otherwise.`,
      `${broken}: “broken.md” is a binary file, not text. If an essay is in it, save that as Markdown or plain text.`,
      '',
    ]);
  });

  test('front matter that cannot be read is noted, and is no failure', async () => {
    await writeFile(inFolder('note.md'), '---\ntitle: "open\n---\nWords.\n');
    const { code, err } = await longhand.run(['import', inFolder('note.md')]);
    expect(code).toBe(0);
    expect(err).toMatch(
      /note\.md: The front matter could not be read: .*\. It is kept as it is\.\n/,
    );
  });

  test('files are called as they would be typed, so that many of one name are told apart', async () => {
    const { out } = await longhand.run(['import', 'README.md', inFolder('blog/one.md')]);
    expect(out).toBe(`longhand\tREADME.md\nthe-first\t${inFolder('blog/one.md')}\n`);
  });

  test('a folder without Markdown is a failure', async () => {
    await mkdir(inFolder('empty'));
    const { code, err } = await longhand.run(['import', inFolder('empty')]);
    expect(code).toBe(1);
    expect(err).toContain('There is no Markdown file in');
  });

  test('stopped, it reports what came in and ends with 1', async () => {
    const stopping = new AbortController();
    const { code, json } = await longhand.run(['import', inFolder('blog'), '--json'], {
      signal: stopping.signal,
      showProgress: () => stopping.abort(),
    });
    expect(code).toBe(1);
    expect(json()).toMatchObject({ imported: [{ slug: 'the-first' }], cancelled: true });
  });
});
