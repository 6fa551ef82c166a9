import { ChangeSet, Text } from '@codemirror/state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLivePage } from '#markdown/livePage.ts';
import type { PageAnswer, PageRequest } from '#renderer/preview/messages.ts';
import { openPageWorker, type PageNews } from '#renderer/preview/pageWorker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The caller's side with workers that answer only when told to, by the real live page. */
function workbench() {
  const started: {
    requests: PageRequest[];
    alive: boolean;
    load: () => void;
    answer: () => void;
    /** Answers that the page is there and cannot be shown. */
    refuse: () => void;
  }[] = [];
  const news: PageNews[] = [];
  const worker = openPageWorker(
    (onAnswer) => {
      let page: ReturnType<typeof openLivePage> | null = null;
      let ready = false;
      const one = {
        requests: [] as PageRequest[],
        alive: true,
        load() {
          if (!ready) onAnswer({ kind: 'ready' });
          ready = true;
        },
        answer() {
          one.load();
          const request = one.requests.at(-1)!;
          onAnswer(answerTo(request));
        },
        refuse() {
          one.load();
          onAnswer({ kind: 'unfit', version: one.requests.at(-1)!.version });
        },
      };
      const answerTo = (request: PageRequest): PageAnswer => {
        const { version } = request;
        if (request.kind === 'open') {
          page = openLivePage(request.source);
          return { kind: 'page', version, page: page.page() };
        }
        return { kind: 'patch', version, patch: page!.edit(request.edits) };
      };
      started.push(one);
      return {
        send: (request) => one.requests.push(request),
        kill: () => {
          one.alive = false;
        },
      };
    },
    (told) => news.push(told),
  );
  const last = () => started.at(-1)!;
  return { worker, started, news, last, kinds: () => news.map(({ kind }) => kind) };
}

const essay = Text.of(['# One', '', 'Two words.']);
const typing = (at: number, insert: string, text = essay) =>
  ChangeSet.of({ from: at, insert }, text.length);
const long = 60_000;

describe('a worker that answers', () => {
  it('is told the text once, then its edits', () => {
    const { worker, last, kinds } = workbench();
    worker.open(essay);
    last().answer();
    worker.edit(typing(5, '!'));
    last().answer();
    expect(last().requests).toEqual([
      {
        kind: 'open',
        version: 1,
        source: '# One\n\nTwo words.',
        pictures: { listed: [], addresses: {}, drawings: {} },
      },
      { kind: 'edit', version: 2, edits: [{ from: 5, to: 5, insert: '!' }] },
    ]);
    expect(kinds()).toEqual(['page', 'patch']);
  });

  it('is told edits that came while it was at work as one', () => {
    const { worker, last } = workbench();
    worker.open(essay);
    last().answer();
    worker.edit(typing(5, 'a'));
    const second = typing(5, 'a').apply(essay);
    worker.edit(typing(6, 'b', second));
    worker.edit(typing(7, 'c', typing(6, 'b', second).apply(second)));
    expect(last().requests).toHaveLength(2);
    last().answer();
    expect(last().requests[2]).toEqual({
      kind: 'edit',
      version: 3,
      edits: [{ from: 6, to: 6, insert: 'bc' }],
    });
  });

  it('has no say once another text was opened', () => {
    const { worker, last, news } = workbench();
    worker.open(essay);
    worker.open(Text.of(['Another']));
    last().answer();
    expect(news).toEqual([]);
    last().answer();
    expect(news[0]).toMatchObject({
      kind: 'page',
      page: { units: [{ html: '<p>Another</p>\n' }] },
    });
  });

  it('is said to be busy when it takes more than a moment', () => {
    const { worker, last, kinds } = workbench();
    worker.open(essay);
    vi.advanceTimersByTime(1000);
    last().answer();
    expect(kinds()).toEqual(['busy', 'page']);
  });
});

describe('a worker whose page is unfit to be shown', () => {
  it('leaves the source in plain at once, and lives to try again when enough has changed', () => {
    const { worker, started, last, news, kinds } = workbench();
    worker.open(essay);
    last().refuse();
    expect(news.at(-1)).toEqual({ kind: 'plain', text: essay });
    worker.edit(typing(5, 'a'));
    vi.advanceTimersByTime(10 * long);
    expect(last().requests).toHaveLength(1);
    worker.edit(typing(5, 'many '.repeat(20), typing(5, 'a').apply(essay)));
    expect(last().requests.at(-1)).toMatchObject({ kind: 'open', version: 2 });
    last().answer();
    expect(kinds().at(-1)).toBe('page');
    expect(started).toHaveLength(1);
  });
});

describe('a worker that does not answer', () => {
  it('is killed, and another gets the text as it is by then', () => {
    const { worker, started, last, kinds } = workbench();
    worker.open(essay);
    last().answer();
    worker.edit(typing(5, 'a'));
    worker.edit(typing(6, 'b', typing(5, 'a').apply(essay)));
    vi.advanceTimersByTime(3000);
    expect(started.map(({ alive }) => alive)).toEqual([false, true]);
    last().load();
    expect(last().requests).toMatchObject([{ kind: 'open', source: '# Oneab\n\nTwo words.' }]);
    last().answer();
    expect(kinds().filter((kind) => kind !== 'busy')).toEqual(['page', 'page']);
  });

  it('leaves the source in plain after it was killed twice, and rests', () => {
    const { worker, started, news } = workbench();
    worker.open(essay);
    vi.advanceTimersByTime(10 * long);
    expect(started.map(({ alive }) => alive)).toEqual([false, false]);
    expect(news.at(-1)).toEqual({ kind: 'plain', text: essay });
  });

  it('shows each edit in plain, and is tried again when enough has changed', () => {
    const { worker, started, last, news } = workbench();
    worker.open(essay);
    vi.advanceTimersByTime(10 * long);
    worker.edit(typing(5, 'a'));
    expect(started).toHaveLength(2);
    expect(news.at(-1)).toMatchObject({ kind: 'plain', text: typing(5, 'a').apply(essay) });
    worker.edit(typing(5, 'many '.repeat(20), typing(5, 'a').apply(essay)));
    expect(started).toHaveLength(3);
    last().answer();
    expect(news.at(-1)?.kind).toBe('page');
  });

  it('is not waited for when the writer opens another essay', () => {
    const { worker, started, last, news } = workbench();
    worker.open(essay);
    last().answer();
    worker.edit(typing(0, 'hang'));
    worker.open(Text.of(['Another']));
    vi.advanceTimersByTime(300);
    expect(started.map(({ alive }) => alive)).toEqual([false, true]);
    last().answer();
    expect(news.at(-1)).toMatchObject({
      kind: 'page',
      page: { units: [{ html: '<p>Another</p>\n' }] },
    });
  });
});

it('asks for nothing after it was closed', () => {
  const { worker, started, news } = workbench();
  worker.open(essay);
  worker.close();
  vi.advanceTimersByTime(10 * long);
  expect([started.map(({ alive }) => alive), news]).toEqual([[false], []]);
});
