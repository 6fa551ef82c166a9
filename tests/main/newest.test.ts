import { describe, expect, it } from 'vitest';
import { findNewest } from '#main/newest.ts';

const address = 'https://longhand.example/newest.json';
const page = 'https://longhand.example/1.10.0';
const look = (answer: Response | Error, version = '1.9.0') =>
  findNewest({
    address,
    version,
    fetch: async (asked, options) => {
      expect([asked, options.credentials]).toEqual([address, 'omit']);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
const said = (value: unknown) => Response.json(value);

describe('looking for a newer version', () => {
  it('finds one by its numbers, not by its letters', async () => {
    const newest = await look(said({ version: '1.10.0', page, more: 'ignored' }));
    expect(newest).toEqual({ kind: 'newer', version: '1.10.0', page });
  });

  it.each(['1.10.0', '1.10.1', '2.0.0'])('says that %s is the newest when it is', async (own) => {
    expect(await look(said({ version: '1.10.0', page }), own)).toEqual({ kind: 'this' });
  });

  it.each([
    ['no network', () => new Error('getaddrinfo ENOTFOUND')],
    ['no such page', () => new Response('', { status: 404 })],
    ['another text', () => new Response('<html>Sign in to the hotel’s network</html>')],
    ['no version', () => said({ version: 'latest', page })],
    ['a page without https', () => said({ version: '9.0.0', page: 'http://longhand.example' })],
    ['a page that is a program', () => said({ version: '9.0.0', page: 'file:///bin/sh' })],
    ['an endless answer', () => new Response('9'.repeat(70_000))],
  ])('takes %s for no answer, in a sentence', async (_, answer) => {
    await expect(look(answer())).rejects.toMatchObject({
      message: '“longhand.example” could not be asked for a newer version.',
      advice: 'Nothing was changed. Try again later.',
    });
  });
});
