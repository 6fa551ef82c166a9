import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { trashEssays } from '#library/essays/trash.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { renderEssay } from '#markdown/renderEssay.ts';
import { run, withCommandLine } from './withDesk.ts';

const longhand = withCommandLine();
const inFolder = (name: string) => join(longhand.folder, name);

beforeEach(async () => {
  await mkdir(inFolder('blog'));
  await writeFile(
    inFolder('blog/one.md'),
    '---\ntitle: The First\ntags: [databases]\ndraft: false\n---\nWords.\r\n',
  );
  await writeFile(inFolder('blog/two.md'), '# The Second\n\nMore words.\n');
  const library = openLibrary(longhand.library);
  library.close();
});

const importBlog = () => longhand.run(['import', inFolder('blog')]);

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

describe('list --search', () => {
  const titlesOf = (out: string) => out.split('\n').flatMap((line) => line.split('\t')[4] ?? []);

  beforeEach(async () => {
    await mkdir(inFolder('found'));
    for (const [name, text] of [
      ['a.md', '---\ntitle: A Note\n---\nAbout the lease, in passing.\n'],
      ['b.md', '---\ntitle: The Lease\nstatus: review\n---\nIt outlived its owner.\n'],
      ['c.md', '---\ntitle: Clocks\n---\nNothing of that kind.\n'],
    ] as const) {
      await writeFile(inFolder(`found/${name}`), text);
    }
    await longhand.run(['import', inFolder('found')]);
  });

  test('lists the essays that hold the words, best first', async () => {
    const { code, out, err } = await longhand.run(['list', '--search', 'the leas']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(titlesOf(out)).toEqual(['The Lease', 'A Note']);
  });

  test('goes with filters and a sort', async () => {
    const sorted = await longhand.run(['list', '--search', 'lease', '--sort', 'title']);
    expect(titlesOf(sorted.out)).toEqual(['A Note', 'The Lease']);
    const filtered = await longhand.run(['list', '--search', 'lease', '--status', 'review']);
    expect(titlesOf(filtered.out)).toEqual(['The Lease']);
  });

  test('finds what was written a moment ago, and nothing is no failure', async () => {
    await writeFile(inFolder('late.md'), '# Late\n\nThe quetzal.\n');
    await longhand.run(['import', inFolder('late.md')]);
    expect(titlesOf((await longhand.run(['list', '--search', 'quetzal'])).out)).toEqual(['Late']);
    const { code, json } = await longhand.run(['list', '--search', 'zebra', '--json']);
    expect([code, json()]).toEqual([0, { essays: [] }]);
  });

  test('does not look into the trash', async () => {
    expect(await longhand.run(['list', '--search', 'a', '--trashed'])).toMatchObject({ code: 2 });
  });
});

describe('list', () => {
  test('has a line for each essay, columns parted by tabs', async () => {
    await importBlog();
    const { code, out } = await longhand.run(['list', '--sort', 'title']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^the-first\tpublished\t\d{4}-\d\d-\d\d\t1\tThe First\nthe-second\tdraft\t\d{4}-\d\d-\d\d\t\d\tThe Second\n$/,
    );
  });

  test('lines columns up at a terminal', async () => {
    await importBlog();
    const { out } = await longhand.run(['list', '--sort', 'title'], { isTerminal: true });
    const [first = '', second = ''] = out.split('\n');
    expect(first.indexOf('The First')).toBe(second.indexOf('The Second'));
    expect(out).not.toContain('\t');
  });

  test.each([
    [['--status', 'published'], ['the-first']],
    [['--status', 'draft'], ['the-second']],
    [['--tag', 'databases'], ['the-first']],
    [['--tag', 'none'], []],
    [['--trashed'], []],
    [
      ['--sort', 'title'],
      ['the-first', 'the-second'],
    ],
  ])('with %j', async (filter, slugs) => {
    await importBlog();
    const { json } = await longhand.run(['list', '--json', ...filter]);
    const { essays } = json() as { essays: { slug: string }[] };
    expect(essays.map(({ slug }) => slug)).toEqual(slugs);
  });

  test('of a library that is not there is a failure, and makes none', async () => {
    const gone = inFolder('gone.longhand');
    const { code, err } = await run(['list', '--library', gone]);
    expect(code).toBe(1);
    expect(err).toMatch(/^longhand: /);
    expect(await readdir(longhand.folder)).not.toContain('gone.longhand');
  });

  test('of a file that is no library says so', async () => {
    await writeFile(inFolder('not.longhand'), 'Some text that is long enough to be looked at.');
    const { code, json } = await run(['list', '--json', '--library', inFolder('not.longhand')]);
    expect(code).toBe(1);
    expect(json()).toMatchObject({ error: { code: 'not-a-library' } });
  });
});

describe('show', () => {
  test('prints what is said, then the text', async () => {
    await importBlog();
    const { code, out } = await longhand.run(['show', 'the-first']);
    expect(code).toBe(0);
    expect(out).toMatch(/^title: The First\nslug: the-first\nstatus: published\ntags: databases\n/);
    expect(out).toMatch(/\n\nWords\.\n\n$/);
  });

  test('--json is the essay', async () => {
    await importBlog();
    expect((await longhand.run(['show', 'the-first', '--json'])).json()).toMatchObject({
      title: 'The First',
      tags: ['databases'],
      body: 'Words.\r\n',
    });
  });

  test('an essay that is not there is a failure', async () => {
    const { code, json } = await longhand.run(['show', 'gone', '--json']);
    expect(code).toBe(1);
    expect(json()).toMatchObject({
      error: { code: 'not-found', message: expect.stringContaining('gone') },
    });
  });
});

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
