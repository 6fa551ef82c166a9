import { afterEach, describe, expect, it, vi } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import { channels } from '#contract/requests.ts';
import { answerRequest, type Handlers } from '#main/answerRequest.ts';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const refuseAll = Object.fromEntries(
  channels.map((channel) => [
    channel,
    () => {
      throw new Error(`${channel} was not to be called`);
    },
  ]),
) as unknown as Handlers;

afterEach(() => vi.restoreAllMocks());

describe('a request of the window', () => {
  it('reaches its handler with its arguments, and its answer is a value', async () => {
    const handlers = { ...refuseAll, 'window.title': (title: string) => title as unknown as null };
    expect(await answerRequest(handlers, 'window.title', ['Essay'])).toEqual({
      ok: true,
      value: 'Essay',
    });
  });

  it.each([
    ['essays.read', []],
    ['essays.read', ['../../etc/passwd']],
    ['essays.read', [id.toUpperCase()]],
    ['essays.read', [id, 'more']],
    ['essays.trash', [[]]],
    ['essays.create', [{ title: 'a', trashedAt: 'now' }]],
    ['essays.create', [{ origin: { fileName: 'a.md' } }]],
    [
      'essays.change',
      [{ id, baseRevision: 1, steps: [{ changes: [[0, 1]], at: 0, source: 'typed' }] }],
    ],
    ['essays.change', [{ id, baseRevision: 0, steps: [] }]],
    [
      'essays.change',
      [{ id, baseRevision: 1, steps: [{ changes: [-1], at: 0, source: 'typed' }] }],
    ],
    ['essays.describe', [id, { status: 'famous' }]],
    ['essays.describe', [id, { title: undefined }]],
    ['search.find', [{ text: 'a', limit: 1e9 }]],
    ['export.write', [[id], 'exe']],
    ['import.dropped', [[{ path: 'a.md', bytes: 'not base64!' }]]],
    ['preferences.change', [{ split: 2 }]],
    ['preferences.change', [{ libraryPath: '/etc' }]],
    ['link.open', [7]],
    ['quit.allow', ['now']],
  ] as const)(
    'is refused as invalid, before its handler, when it is %s %j',
    async (channel, args) => {
      const result = await answerRequest(refuseAll, channel, args);
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } });
    },
  );

  it.each([
    [{ title: 'a'.repeat(100_001) }, 'The title is longer than 100,000 characters.'],
    [{ tags: ['a'.repeat(100_001)] }, 'One of the tags is longer than 100,000 characters.'],
    [{ tags: Array(1_001).fill('a') }, 'There are more than 1,000 tags.'],
  ])('that holds more than fits is refused in a writer’s words', async (patch, message) => {
    const result = await answerRequest(refuseAll, 'essays.describe', [id, patch]);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid', message } });
  });

  it('carries an expected failure as it is, and does not log it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const handlers: Handlers = {
      ...refuseAll,
      'library.status': () => {
        throw new StudioError('disk-full', 'The disk is full.', 'Make room.');
      },
    };
    expect(await answerRequest(handlers, 'library.status', [])).toEqual({
      ok: false,
      error: { code: 'disk-full', message: 'The disk is full.', advice: 'Make room.' },
    });
    expect(log).not.toHaveBeenCalled();
  });

  it('turns a defect into an unexpected failure and logs it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const result = await answerRequest(refuseAll, 'library.status', []);
    expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(log).toHaveBeenCalledOnce();
  });
});
