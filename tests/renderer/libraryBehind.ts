import { type Result, StudioError, toFailure } from '#contract/errors.ts';
import type { Events } from '#contract/events.ts';
import { defaultPreferences } from '#contract/preferences.ts';
import type { Channel, Requests } from '#contract/requests.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { duplicateEssay } from '#library/essays/duplicateEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { deleteEssaysForGood, restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { listImages } from '#library/images/readImages.ts';
import type { Ask, Listen } from '#renderer/studio.ts';
import { type TemporaryLibrary, temporaryLibrary } from '../support/library.ts';

type Answers = { [C in Channel]?: (...args: Parameters<Requests[C]>) => unknown };

/** The window's way to a real library, without a window: what is asked is answered as the main process would. */
export interface LibraryBehind extends TemporaryLibrary {
  readonly ask: Ask;
  readonly listen: Listen;
  /** Everything that was asked, by channel. */
  readonly asked: Channel[];
  /** Puts an answer of the test's own in place of the library's. */
  readonly answer: (answers: Answers) => void;
  readonly tell: <E extends keyof Events>(event: E, value: Events[E]) => void;
}

export function libraryBehind(): LibraryBehind {
  const temporary = temporaryLibrary();
  const { library, path } = temporary;
  const asked: Channel[] = [];
  const listeners = new Map<string, Set<(value: never) => void>>();
  let answers: Answers = {
    'library.status': () => ({ kind: 'open', path, essays: 0, readOnly: false, keptCopy: null }),
    'essays.list': (query, most) => listEssays(library, query, most),
    'essays.read': (id) => readEssay(library, id),
    'essays.create': (start) => createEssay(library, start),
    'essays.change': (change) => changeBody(library, change),
    'essays.describe': (id, patch) => describeEssay(library, id, patch),
    'essays.duplicate': (id) => duplicateEssay(library, id),
    'essays.trash': (ids) => trashEssays(library, ids) ?? null,
    'essays.restore': (ids) => restoreEssays(library, ids) ?? null,
    'essays.deleteForGood': (ids) => deleteEssaysForGood(library, ids) ?? null,
    'images.list': () => listImages(library),
    'preferences.read': () => defaultPreferences,
    'preferences.change': (patch) => ({ ...defaultPreferences, ...patch }),
    'page.style': () => '',
    'window.title': () => null,
    'quit.allow': () => null,
  };

  const ask = (async (channel: Channel, ...args: unknown[]) => {
    asked.push(channel);
    const answer = answers[channel] as ((...args: unknown[]) => unknown) | undefined;
    const result = await crossing(() => answer?.(...args));
    if (result.ok) return result.value;
    throw new StudioError(result.error.code, result.error.message, result.error.advice);
  }) as Ask;

  return {
    ...temporary,
    ask,
    asked,
    listen(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => void set.delete(listener);
    },
    tell(event, value) {
      for (const listener of listeners.get(event) ?? []) {
        (listener as (value: unknown) => void)(value);
      }
    },
    answer(more) {
      answers = { ...answers, ...more };
    },
  };
}

/** What crosses to another process arrives later, and as a copy. */
async function crossing(work: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: structuredClone(await work()) };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}
