import { nameVersion } from '#library/journal/nameVersion.ts';
import { readHistory } from '#library/journal/readHistory.ts';
import { readRecent } from '#library/journal/readRecent.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type HistoryChannel = Extract<keyof Handlers, `history.${string}`>;

/** What essays were, and the proof of it. */
export function historyHandlers({ host }: Desk): Pick<Handlers, HistoryChannel> {
  return {
    'history.read': (id, from) => readHistory(host.library(), id, from),
    'history.recent': (id, upTo) => readRecent(host.library(), id, upTo),
    'history.name': (id, version) =>
      host.write((library) => {
        nameVersion(library, id, version);
        return null;
      }),
    'history.prove': (id) => host.proof().prove(id),
  };
}
