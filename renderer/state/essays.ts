import type { EssayId } from '#contract/essay.ts';
import type { Ask } from '#renderer/studio.ts';
import { counted } from './countWords.ts';
import type { Desk } from './desk.ts';
import type { Library } from './library.ts';
import type { Notices } from './notices.ts';
import type { Sheets } from './sheets.ts';
import { titleWords } from './titleWords.ts';

/** What a writer does with whole essays. Failures are told, not thrown. */
export interface Essays {
  create(): void;
  duplicate(id: EssayId): void;
  trash(ids: readonly EssayId[]): void;
  /** What the list's delete key does: to the trash; from the trash, asks whether to delete for good. */
  remove(ids: readonly EssayId[]): void;
  restore(ids: readonly EssayId[]): void;
  deleteForGood(ids: readonly EssayId[]): void;
}

export function createEssays(
  ask: Ask,
  library: Library,
  desk: Desk,
  sheets: Sheets,
  notices: Notices,
): Essays {
  /** Shows the essay in a list that has it, and puts it on the desk. */
  async function showNew(id: EssayId): Promise<void> {
    await library.query({ trashed: false, status: null, tag: null });
    await desk.open(id, { focus: 'title' });
  }

  async function moveToTrash(ids: readonly EssayId[]): Promise<void> {
    const onDesk = desk.store.getState().essay?.id;
    if (onDesk && ids.includes(onDesk)) {
      await desk.saveAll();
      desk.leave();
    }
    await ask('essays.trash', ids);
    await library.reload();
    notices.say(`${essayWords(ids)} moved to the trash.`);
  }

  function trash(ids: readonly EssayId[]): void {
    void notices.attempt(() => moveToTrash(ids));
  }

  function askToDelete(ids: readonly EssayId[]): void {
    const rows = library.store.getState().list?.rows ?? [];
    const only = ids.length === 1 ? rows.find((row) => row.id === ids[0]) : undefined;
    const title = only ? `“${titleWords(only.title)}”` : essayWords(ids);
    sheets.open({ kind: 'deleteForGood', ids, title });
  }

  return {
    create: () =>
      void notices.attempt(async () => {
        const { id } = await ask('essays.create', {});
        await showNew(id);
      }),
    duplicate: (id) =>
      void notices.attempt(async () => {
        await desk.saveAll();
        const copy = await ask('essays.duplicate', id);
        await showNew(copy.id);
      }),
    trash,
    remove(ids) {
      if (ids.length === 0) return;
      if (library.store.getState().query.trashed) askToDelete(ids);
      else trash(ids);
    },
    restore: (ids) =>
      void notices.attempt(async () => {
        await ask('essays.restore', ids);
        await library.reload();
        notices.say(`${essayWords(ids)} restored.`);
      }),
    deleteForGood: (ids) =>
      void notices.attempt(async () => {
        await ask('essays.deleteForGood', ids);
        await library.reload();
      }),
  };
}

function essayWords(ids: readonly EssayId[]): string {
  return ids.length === 1 ? 'Essay' : counted(ids.length, 'essay');
}
