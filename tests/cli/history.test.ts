import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { typed } from '../support/typed.ts';
import { withCommandLine } from './withDesk.ts';

const longhand = withCommandLine();
const inFolder = (name: string) => join(longhand.folder, name);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeEach(() => {
  const library = openLibrary(longhand.library);
  const { id } = createEssay(library, { title: 'On <clocks>', body: 'Tick' });
  changeBody(library, {
    id,
    baseRevision: 1,
    steps: typed([4, [0, ',']], [5, [0, ' tock </pre>']]),
  });
  changeBody(library, { id, baseRevision: 2, steps: typed([[4, 'Tack'], 13]) });
  library.close();
});

/** Changes what is stored, as a failing disk would: past every check. */
function damage(sql: string): void {
  const db = new Database(longhand.library);
  db.exec(sql);
  db.close();
}

describe('history', () => {
  test('says how many changes there are, and their hash', async () => {
    const { code, json } = await longhand.run(['history', 'on-clocks', '--json']);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ changes: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('prints the text as it was after any change', async () => {
    const at = async (change: string) =>
      (await longhand.run(['history', 'on-clocks', '--at', change])).out;
    expect([await at('1'), await at('2'), await at('3')]).toEqual([
      'Tick',
      'Tick, tock </pre>',
      'Tack, tock </pre>',
    ]);
    expect(await longhand.run(['history', 'on-clocks', '--at', '4'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('has no change 4. Its changes are numbered from 1 to 3.'),
    });
  });

  test('the bare lines have the hash of the history', async () => {
    const path = inFolder('clocks.jsonl');
    const { json } = await longhand.run(['history', 'on-clocks', '--export', path, '--json']);
    expect(sha256(await readFile(path))).toBe((json() as { hash: string }).hash);
  });

  test('the page holds the same lines, whatever is in them', async () => {
    const [page, lines] = [inFolder('clocks.html'), inFolder('clocks.jsonl')];
    await longhand.run(['history', 'on-clocks', '--export', page]);
    await longhand.run(['history', 'on-clocks', '--export', lines]);
    const html = await readFile(page, 'utf8');
    const [, held = ''] = /<pre id="history" hidden>\n([\s\S]*?)<\/pre>/.exec(html) ?? [];
    const plain = held
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(plain).toBe(await readFile(lines, 'utf8'));
    expect(html).toContain('<title>How “On &lt;clocks&gt;” was written</title>');
  });

  test('replaces no file unless it is told to', async () => {
    const path = inFolder('clocks.jsonl');
    await longhand.run(['history', 'on-clocks', '--export', path]);
    expect(await longhand.run(['history', 'on-clocks', '--export', path])).toMatchObject({
      code: 1,
      err: expect.stringContaining('already there'),
    });
    expect(await longhand.run(['history', 'on-clocks', '--export', path, '--force'])).toMatchObject(
      { code: 0 },
    );
  });
});

describe('verify', () => {
  test('says what was proved', async () => {
    expect(await longhand.run(['verify'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Verified 1 essay, 3 changes, 1 KB in \d+ ms: everything is as it was written\.\n$/,
      ),
      err: '',
    });
  });

  test.each([
    [
      'a text',
      "UPDATE body_piece SET text = 'Tuck, tock </pre>'",
      'Its text between lines 1 and 1 is not what was saved. Its history is whole and gives it back.',
    ],
    [
      'a change',
      `UPDATE journal_line SET line = replace(line, '"Tack"', '"Tock"') WHERE number = 3`,
      'Change 3 of its history is hurt: it is not what was written. The first 2 changes of its history stand. So does its text.',
    ],
    [
      'a change that is gone',
      'DELETE FROM journal_line WHERE number = 2',
      'Change 2 of its history is hurt: it is missing.',
    ],
    [
      'a title',
      "UPDATE essay SET title = 'On docks'",
      'Its title, tags or details are not what was saved.',
    ],
    [
      'a tag that came',
      "INSERT INTO essay_tag SELECT key, 0, 'x' FROM essay",
      'Its title, tags or details are not what was saved.',
    ],
    ['a count', 'UPDATE essay SET words = 9', 'Its count of words is not what was saved.'],
    [
      'a time',
      "UPDATE essay SET updated_at = '2020-01-01T00:00:00.000Z'",
      'When it was changed last is not what was saved.',
    ],
    [
      'a row that went',
      'PRAGMA foreign_keys = OFF; DELETE FROM essay',
      'What the list shows of it cannot be read.',
    ],
    [
      'text and hash together',
      "UPDATE body_piece SET text = 'x', hash = x'00'; UPDATE essay SET body_hash = x'2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'",
      'Its text is not what its history comes to.',
    ],
  ])('names %s that was altered, and what still stands', async (_, sql, sentence) => {
    damage(sql);
    const { code, json } = await longhand.run(['verify', '--json']);
    expect(code).toBe(1);
    const { damage: found } = json() as { damage: { message: string; stands: string }[] };
    expect(found.map(({ message, stands }) => `${message} ${stands}`).join('\n')).toContain(
      sentence,
    );
  });

  test('one essay can be asked for', async () => {
    expect(await longhand.run(['verify', 'on-clocks'])).toMatchObject({ code: 0 });
    expect(await longhand.run(['verify', 'nowhere'])).toMatchObject({ code: 1 });
  });
});
