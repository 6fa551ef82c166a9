import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '#cli/commands.ts';
import { run, withCommandLine } from './withDesk.ts';

const longhand = withCommandLine();

describe('help and version', () => {
  test('--help lists every command', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of commands) {
      expect(out).toContain(`  ${name} `);
      expect(out).toContain(summary);
    }
  });

  test.each(commands.map(({ name }) => name))(
    '%s --help explains it and does nothing',
    async (name) => {
      const { code, out, err } = await run([name, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^Usage: longhand ${name} `));
      expect(out).toContain('--library PATH');
      expect(err).toBe('');
    },
  );

  test('--version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await run(['--version'])).out).toBe(`${version}\n`);
    expect((await run(['--version', '--json'])).json()).toEqual({ version });
  });
});

describe('wrong usage ends with 2, says why and prints no result', () => {
  test.each([
    [[], 'Say what to do.'],
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['list', '--nonsense'], "Unknown option '--nonsense'."],
    [['list', 'name'], 'list takes no names, but “name” is one.'],
    [['list', '--status', 'lost'], '“lost” is no status. Use one of idea, draft'],
    [['list', '--sort', 'size'], '“size” is no sort key.'],
    [['list', '--status'], '--status needs a value.'],
    [['list', '--status', '--trashed'], '--status needs a value.'],
    [['show'], 'Name one essay by its slug.'],
    [['show', 'one', 'two'], 'Name one essay by its slug.'],
    [['import'], 'Name the files or folders to import.'],
    [['render'], 'Name one file to render'],
    [['export', 'one'], 'Say --format and one of html,'],
    [['export', 'one', '--format', 'docx'], 'Say --format and one of html,'],
    [['export', '--format', 'html'], 'Name the essays to export'],
    [['export', 'one', '--all', '--format', 'html'], 'Name the essays to export'],
    [
      ['export', '--all', '--format', 'html', '--out', '-'],
      'Only one essay can go to standard output',
    ],
  ])('longhand %j: %s', async (args, sentence) => {
    const { code, out, err } = await longhand.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  test('with --json the reason is a document too', async () => {
    const { code, json } = await longhand.run(['list', '--sort', 'size', '--json']);
    expect(code).toBe(2);
    expect(json()).toEqual({
      error: {
        code: 'invalid',
        message: '“size” is no sort key.',
        advice: 'Use one of updated, created, title.',
      },
    });
  });
});

test('options that all commands share may stand before the command', async () => {
  const { code, json } = await run(['--json', '--library', longhand.library, 'show', 'gone']);
  expect(code).toBe(1);
  expect(json()).toMatchObject({ error: { code: 'not-found' } });
});

test('what follows -- is a name, also when it looks like an option', async () => {
  const { code, err } = await run(['render', '--', '--json']);
  expect(code).toBe(1);
  expect(err).toContain('There is no “--json”.');
});
