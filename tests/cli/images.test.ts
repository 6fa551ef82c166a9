import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { png } from '../support/pictures.ts';
import { withCommandLine } from './withDesk.ts';

const longhand = withCommandLine();
const inFolder = (name: string) => join(longhand.folder, name);

test('images come in with a folder, are listed, and go out with their essay', async () => {
  mkdirSync(inFolder('blog/img'), { recursive: true });
  writeFileSync(inFolder('blog/img/Clock.png'), png(4, 2));
  writeFileSync(inFolder('blog/one.md'), '# One\n\n![a](img/clock.png)\n\n![b](img/gone.png)\n');
  const imported = await longhand.run(['import', inFolder('blog')]);
  expect(imported).toMatchObject({
    code: 0,
    err: `${inFolder('blog/one.md')}: The image “img/gone.png” is not there.\n`,
  });
  expect((await longhand.run(['images'])).out).toMatch(/^clock\.png\tessays\t\d+\tOne\n$/);
  expect((await longhand.run(['images', '--unused'])).out).toBe('');
  expect((await longhand.run(['images', '--missing'])).out).toBe('img/gone.png\t5\tOne\n');

  mkdirSync(inFolder('out'));
  await longhand.run(['export', 'one', '--format', 'markdown', '--out', inFolder('out')]);
  expect(readFileSync(inFolder('out/one.md')).equals(readFileSync(inFolder('blog/one.md')))).toBe(
    true,
  );
  expect(readFileSync(inFolder('out/img/clock.png')).equals(png(4, 2))).toBe(true);

  mkdirSync(inFolder('page'));
  await longhand.run(['export', 'one', '--format', 'html-folder', '--out', inFolder('page')]);
  expect(readdirSync(inFolder('page')).sort()).toEqual(['images', 'one.html', 'style']);
  const { out } = await longhand.run(['export', 'one', '--format', 'html', '--out', '-']);
  expect(out).toContain(`<img src="data:image/png;base64,${png(4, 2).toString('base64')}"`);
});

test('a PDF is refused in a sentence, for there is no browser engine', async () => {
  writeFileSync(inFolder('one.md'), '# One\n');
  await longhand.run(['import', inFolder('one.md')]);
  const { code, err } = await longhand.run([
    'export',
    'one',
    '--format',
    'pdf',
    '--out',
    inFolder('one.pdf'),
  ]);
  expect(code).toBe(1);
  expect(err).toContain('A PDF is made by a browser engine, which the command line does not have.');
});
