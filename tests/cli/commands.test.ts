import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { withPosts } from './withPosts.ts';

const { longhand, inFolder, importBlog } = withPosts();

test('everything works while another program has the library open', async () => {
  const window = openLibrary(longhand.library);
  try {
    createEssay(window, { title: 'Typed in the window' });
    expect((await importBlog()).code).toBe(0);
    expect(window.changedElsewhere()).toBe(true);
    expect((await longhand.run(['list'])).out).toContain('typed-in-the-window');
  } finally {
    window.close();
  }
});

describe('text that could drive a terminal', () => {
  const hostile = 'Title \u001b]0;owned\u001b\\ \u009b31m \u202eback';

  beforeEach(async () => {
    const front = '---\nexcerpt: "red \\e[31m"\ntags: ["\\e[2J"]\n---\n';
    await writeFile(inFolder('hostile.md'), `${front}# ${hostile}\n\nBody \u001b[2J too.\n`);
    await longhand.run(['import', inFolder('hostile.md')]);
  });

  test.each([
    [['list']],
    [['list', '--json']],
    [['show', 'SLUG']],
    [['show', 'SLUG', '--json']],
    [['export', 'SLUG', '--format', 'markdown', '--out', '-']],
    [['export', 'SLUG', '--format', 'html', '--out', '-']],
  ])('does not reach it through %j', async (args) => {
    const { json } = await longhand.run(['list', '--json']);
    const [essay] = (json() as { essays: { slug: string }[] }).essays;
    const words = args.map((word) => (word === 'SLUG' ? (essay?.slug ?? '') : word));
    const { code, out } = await longhand.run(words, { isTerminal: true });
    expect(code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be sent
    expect(out).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    expect(out).toMatch(/Title/);
  });

  test('nor through the name of a file', async () => {
    await writeFile(inFolder('red \u001b[31m.md'), Buffer.from([0]));
    const { err } = await longhand.run(['import', inFolder('red \u001b[31m.md')]);
    expect(err).toContain('red ␛[31m.md');
    expect(err).not.toContain('\u001b');
  });
});
