import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from './withDesk.ts';
import { withPosts } from './withPosts.ts';

const { longhand, inFolder, importBlog } = withPosts();

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
