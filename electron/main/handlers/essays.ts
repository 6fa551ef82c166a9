import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { duplicateEssay } from '#library/essays/duplicateEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { deleteEssaysForGood, restoreEssays, trashEssays } from '#library/essays/trash.ts';
import type { Library } from '#library/openLibrary.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';

type EssayChannel = Extract<keyof Handlers, `essays.${string}` | `search.${string}`>;

/** Essays, read and written; whatever writes lets the search know. */
export function essayHandlers({ host, keeping }: Desk): Pick<Handlers, EssayChannel> {
  return {
    'essays.list': (query, most) => listEssays(host.library(), query, most),
    'essays.read': (id) => {
      keeping.opened(id);
      return readEssay(host.library(), id);
    },
    'essays.create': (start) => host.write((library) => createEssay(library, start)),
    'essays.change': (change) => host.write((library) => changeBody(library, change)),
    'essays.describe': (id, patch) => host.write((library) => describeEssay(library, id, patch)),
    'essays.duplicate': (id) => host.write((library) => duplicateEssay(library, id)),
    'essays.trash': (ids) => host.write((library) => done(library, trashEssays, ids)),
    'essays.restore': (ids) => host.write((library) => done(library, restoreEssays, ids)),
    'essays.deleteForGood': (ids) =>
      host.write((library) => done(library, deleteEssaysForGood, ids)),
    'search.find': (search) => host.search().find(search),
  };
}

/** What changes several essays has nothing to answer. */
function done(
  library: Library,
  change: (library: Library, ids: readonly EssayId[]) => void,
  ids: readonly EssayId[],
): null {
  change(library, ids);
  return null;
}
