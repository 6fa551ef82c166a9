import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import type { BodyChange, EssayId, Saved } from '#contract/essay.ts';
import { type Draft, type DraftState, openDraft } from '#renderer/state/draft.ts';

const id = '00000000-0000-4000-8000-000000000001' as EssayId;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('saving as one writes', () => {
  test('a keystroke is on its way 200 ms later, however fast the next ones follow', async () => {
    const desk = openDesk('');
    desk.type('a');
    await vi.advanceTimersByTimeAsync(150);
    desk.type('b');
    expect(desk.library.saves).toBe(0);
    await vi.advanceTimersByTimeAsync(50);
    expect(desk.library.text()).toBe('ab');
    expect(desk.library.saves).toBe(1);
  });

  test('says unsaved, saving and saved, with the time of the first change not on disk', async () => {
    const desk = openDesk('', { saveTakes: 40 });
    await vi.advanceTimersByTimeAsync(1_000);
    desk.type('a');
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.states).toEqual([
      { kind: 'unsaved', since: 1_000 },
      { kind: 'saving', since: 1_000 },
      { kind: 'saved', at: 1_240 },
    ]);
  });

  test('one save is in flight at a time, and what is written meanwhile goes in the next', async () => {
    const desk = openDesk('', { saveTakes: 400 });
    desk.type('a');
    await vi.advanceTimersByTimeAsync(300);
    desk.type('b');
    desk.type('c');
    await vi.advanceTimersByTimeAsync(400);
    expect(desk.library.mostAtOnce).toBe(1);
    expect(desk.states.at(-1)).toEqual({ kind: 'saving', since: 300 });
    await vi.advanceTimersByTimeAsync(500);
    expect(desk.library.text()).toBe('abc');
    expect(desk.library.saves).toBe(2);
  });

  test('flush saves at once and resolves when all is on disk', async () => {
    const desk = openDesk('', { saveTakes: 10 });
    desk.type('a');
    const flushed = desk.draft.flush();
    await vi.advanceTimersByTimeAsync(10);
    await flushed;
    expect(desk.library.text()).toBe('a');
    expect(desk.draft.state().kind).toBe('saved');
  });

  test('flush with nothing unsaved saves nothing', async () => {
    const desk = openDesk('as it was');
    await desk.draft.flush();
    expect(desk.library.saves).toBe(0);
  });
});

describe('when saving fails', () => {
  test('says why, keeps the text, and saves it when there is room again', async () => {
    const desk = openDesk('');
    desk.library.failure = new StudioError('disk-full', 'The disk is full.');
    desk.type('kept');
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.draft.state()).toMatchObject({ kind: 'failed', since: 0 });
    expect(desk.draft.state()).toHaveProperty('failure.code', 'disk-full');
    desk.library.failure = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.library.text()).toBe('kept');
    expect(desk.draft.state().kind).toBe('saved');
  });

  test('tries again after the next edit, without waiting for a long pause to end', async () => {
    const desk = openDesk('');
    desk.library.failure = new StudioError('locked', 'Another program holds the library.');
    desk.type('a');
    await vi.advanceTimersByTimeAsync(120_000);
    desk.library.failure = null;
    desk.type('b');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.library.text()).toBe('ab');
  });

  test('waits longer from try to try', async () => {
    const desk = openDesk('');
    desk.library.failure = new StudioError('read-only', 'The library cannot be written.');
    desk.type('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.library.saves).toBe(5); // after 0.2, 2.2, 6.2, 14.2 and 30.2 seconds
  });

  test('goes on saying that it failed while it tries again', async () => {
    const desk = openDesk('', { saveTakes: 50 });
    desk.library.failure = new StudioError('disk-full', 'The disk is full.');
    desk.type('a');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.states.map((state) => state.kind).slice(0, 2)).toEqual(['unsaved', 'saving']);
    expect(new Set(desk.states.slice(2).map((state) => state.kind))).toEqual(new Set(['failed']));
  });

  test('an answer that was lost does not save a text twice', async () => {
    const desk = openDesk('');
    desk.library.loseAnswers = 1;
    desk.type('once');
    await vi.advanceTimersByTimeAsync(300);
    desk.type(' more');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(desk.library.text()).toBe('once more');
    expect(desk.screen()).toBe('once more');
  });
});

describe('when the essay is changed elsewhere', () => {
  test('a conflict reads it again and keeps both changes', async () => {
    const desk = openDesk('one\ntwo\nthree');
    desk.type(' here', 13);
    desk.library.write((text) => `There ${text}`);
    await vi.advanceTimersByTimeAsync(300);
    expect(desk.library.text()).toBe('There one\ntwo\nthree here');
    expect(desk.screen()).toBe('There one\ntwo\nthree here');
  });

  test('news while nothing is unsaved comes into the editor as a change', () => {
    const desk = openDesk('one\ntwo\nthree');
    desk.library.write((text) => text.replace('two', 'TWO'));
    desk.draft.changedElsewhere(desk.library.read());
    expect(desk.screen()).toBe('one\nTWO\nthree');
    expect(desk.merged).toEqual([[4, [3, 'TWO'], 6]]);
  });

  test('news of the save in flight is no news', async () => {
    const desk = openDesk('', { saveTakes: 100 });
    desk.type('a');
    await vi.advanceTimersByTimeAsync(300);
    desk.draft.changedElsewhere({ body: 'a', revision: 2 });
    await vi.advanceTimersByTimeAsync(100);
    expect(desk.screen()).toBe('a');
    expect(desk.merged).toEqual([]);
  });

  test('an older text is ignored', () => {
    const desk = openDesk('new', { revision: 7 });
    desk.draft.changedElsewhere({ body: 'old', revision: 6 });
    expect(desk.screen()).toBe('new');
  });
});

test('whatever happens in whatever order, library and screen end the same and hold every word', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('type'), at: fc.nat(1_000) }),
    fc.record({ kind: fc.constant('cut'), at: fc.nat(1_000) }),
    fc.record({ kind: fc.constant('wait'), at: fc.nat(600) }),
    fc.record({ kind: fc.constant('flush'), at: fc.constant(0) }),
    fc.record({ kind: fc.constant('fail'), at: fc.constant(0) }),
    fc.record({ kind: fc.constant('lose'), at: fc.constant(0) }),
    fc.record({ kind: fc.constant('recover'), at: fc.constant(0) }),
    fc.record({ kind: fc.constant('elsewhere'), at: fc.nat(1_000) }),
    fc.record({ kind: fc.constant('news'), at: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(400), async (steps, saveTakes) => {
      const desk = openDesk('Alpha\nBeta\nGamma\n', { saveTakes });
      const words: string[] = [];
      for (const [index, { kind, at }] of steps.entries()) {
        if (kind === 'type') words.push(desk.type(`<w${index}>`, at));
        if (kind === 'cut') desk.cutOriginal(at);
        if (kind === 'wait') await vi.advanceTimersByTimeAsync(at);
        if (kind === 'flush') void desk.draft.flush();
        if (kind === 'fail') desk.library.failure = new StudioError('disk-full', 'Full.');
        if (kind === 'lose') desk.library.loseAnswers = 1;
        if (kind === 'recover') desk.library.failure = null;
        if (kind === 'news') desk.draft.changedElsewhere(desk.library.read());
        if (kind === 'elsewhere') {
          const line = `<x${index}>`;
          words.push(line);
          desk.library.write((text) => insertLine(text, at, line));
        }
      }
      desk.library.failure = null;
      await vi.advanceTimersByTimeAsync(120_000);
      desk.draft.changedElsewhere(desk.library.read());
      expect(desk.screen()).toBe(desk.library.text());
      expect(desk.draft.text().toString()).toBe(desk.screen());
      for (const word of words) expect(desk.screen()).toContain(word);
    }),
    { numRuns: 300 },
  );
});

/** A draft with a screen beside it and a library that fails when told to. */
function openDesk(body: string, { saveTakes = 0, revision = 1 } = {}) {
  let screen = Text.of(body.split('\n'));
  const library = fakeLibrary(body, revision, saveTakes);
  const states: DraftState[] = [];
  const merged: unknown[] = [];
  const draft: Draft = openDraft({
    id,
    start: { body, revision },
    savedAt: 0,
    save: library.save,
    reread: async () => library.read(),
    merge(changes) {
      merged.push(changes.toJSON());
      screen = changes.apply(screen);
    },
    onState: (state) => states.push(state),
  });

  function change(from: number, to: number, insert: string): void {
    const changes = ChangeSet.of({ from, to, insert }, screen.length);
    screen = changes.apply(screen);
    draft.edit(changes, 'typed');
  }

  return {
    draft,
    library,
    states,
    merged,
    screen: () => screen.toString(),
    /** Types a word at a place that is not inside another typed word. */
    type(word: string, at = screen.length): string {
      let place = at % (screen.length + 1);
      while (/<[^>]*$/.test(screen.sliceString(0, place))) place++;
      change(place, place, word);
      return word;
    },
    cutOriginal(at: number): void {
      const places = [...screen.toString().matchAll(/[A-Z]/g)].map((match) => match.index);
      const place = places[at % Math.max(1, places.length)];
      if (place !== undefined) change(place, place + 1, '');
    },
  };
}

function fakeLibrary(body: string, revision: number, saveTakes: number) {
  let text = Text.of(body.split('\n'));
  let inFlight = 0;
  const library = {
    saves: 0,
    mostAtOnce: 0,
    failure: null as StudioError | null,
    loseAnswers: 0,
    text: () => text.toString(),
    read: () => ({ body: text.toString(), revision }),
    write(change: (text: string) => string) {
      text = Text.of(change(text.toString()).split('\n'));
      revision++;
    },
    async save(change: BodyChange): Promise<Saved> {
      library.saves++;
      library.mostAtOnce = Math.max(library.mostAtOnce, ++inFlight);
      if (saveTakes > 0) await new Promise((resolve) => setTimeout(resolve, saveTakes));
      inFlight--;
      if (library.failure) throw library.failure;
      if (change.baseRevision !== revision) throw new StudioError('conflict', 'Changed elsewhere.');
      for (const step of change.steps) text = ChangeSet.fromJSON(step.changes).apply(text);
      revision++;
      if (library.loseAnswers-- > 0) throw new Error('The connection was lost');
      return { revision, savedAt: new Date().toISOString() };
    },
  };
  return library;
}

function insertLine(text: string, at: number, line: string): string {
  const lines = text.split('\n');
  lines.splice(at % lines.length, 0, line);
  return lines.join('\n');
}
