import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Essay,
  type EssayId,
  type EssayList,
  type EssayQuery,
  type EssayRow,
  statuses,
} from '#contract/essay.ts';
import type { LibraryStatus } from '#contract/library.ts';
import type { Ask } from '#renderer/studio.ts';
import { keepSelected, type ListSelection, nothingSelected, selectOne } from './listSelection.ts';
import type { Notices } from './notices.ts';

export interface LibraryState {
  /** Null until the main process has answered. */
  readonly status: LibraryStatus | null;
  readonly query: EssayQuery;
  /** Null until the first list has come. */
  readonly list: EssayList | null;
  /** Rows after those of `list` that are still on their way. */
  readonly coming: number;
  readonly selection: ListSelection;
}

export interface Library {
  readonly store: StoreApi<LibraryState>;
  /** Takes a status from the main process and, when a library is open, lists it from the start. */
  show(status: LibraryStatus): Promise<void>;
  /** Asks for the list again; an answer overtaken by a later question is dropped. */
  reload(): Promise<void>;
  /** Filters or sorts. The selection keeps what is still listed. */
  query(patch: Partial<EssayQuery>): Promise<void>;
  select(selection: ListSelection): void;
  /** Selects an essay that is being opened, if the list shows it and it is not among those selected. */
  selectOpened(id: EssayId): void;
  /** Shows a saved change of one essay. The list is asked for again only where its filters and counts may change. */
  noteSaved(id: EssayId, change: Partial<EssayRow>): void;
}

const everything: EssayQuery = { trashed: false, status: null, tag: null, sort: 'updated' };

/** What the library pane knows. */
export function createLibrary(ask: Ask, notices: Notices): Library {
  const store = createStore<LibraryState>(() => ({
    status: null,
    query: everything,
    list: null,
    coming: 0,
    selection: nothingSelected,
  }));
  let asked = 0;

  async function reload(): Promise<void> {
    const question = ++asked;
    const list = await ask('essays.list', store.getState().query);
    if (question === asked) take(list, 0);
  }

  function take(list: EssayList, coming: number): void {
    const { list: before, selection } = store.getState();
    store.setState({
      list,
      coming,
      selection: keepSelected(selection, order(before), order(list)),
    });
  }

  /** Lists everything: what a tall window shows at once, and the rest when that stands. */
  async function listAll(): Promise<void> {
    const question = ++asked;
    const { query } = store.getState();
    const beginning = await ask('essays.list', query, firstRows);
    if (question !== asked) return;
    const coming = kept(beginning) - beginning.rows.length;
    take(beginning, coming);
    if (coming > 0) await reload();
  }

  return {
    store,
    async show(status) {
      const { sort } = store.getState().query;
      store.setState({ status, query: { ...everything, sort }, selection: nothingSelected });
      if (status.kind === 'open') await listAll();
      else store.setState({ list: null, coming: 0 });
    },
    reload,
    async query(patch) {
      store.setState(({ query }) => ({ query: { ...query, ...patch } }));
      await reload();
    },
    select: (selection) => store.setState({ selection }),
    selectOpened(id) {
      const { list, selection } = store.getState();
      if (selection.ids.has(id) || !list?.rows.some((row) => row.id === id)) return;
      store.setState({ selection: selectOne(id) });
    },
    noteSaved(id, change) {
      const { list, query } = store.getState();
      const row = list?.rows.find((each) => each.id === id);
      if (!list || !row) return;
      const saved = { ...row, ...change };
      store.setState({ list: { ...list, rows: placed(saved, list, query) } });
      if (row.status !== saved.status || row.tags.join() !== saved.tags.join())
        void notices.attempt(reload);
    },
  };
}

/** More than the tallest window has room for. */
const firstRows = 60;

/** Essays outside the trash. */
function kept({ counts }: EssayList): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}

/** The parts of an essay that its row shows. */
export function rowPart(essay: Omit<Essay, 'body'>): Partial<EssayRow> {
  const { title, slug, tags, series, seriesPlace, status, updatedAt, publishedAt, revision } =
    essay;
  const shown = {
    title,
    slug,
    tags,
    series,
    seriesPlace,
    status,
    updatedAt,
    publishedAt,
    revision,
  };
  return essay.excerpt === ''
    ? shown
    : { ...shown, teaser: [...essay.excerpt].slice(0, 160).join('') };
}

/** The essays of a list, in its order. */
export function order(list: EssayList | null): EssayId[] {
  return list ? list.rows.map((row) => row.id) : [];
}

/** Newest first moves up to where its time belongs; any other sort keeps its place until the list is asked for again. */
function placed(row: EssayRow, list: EssayList, query: EssayQuery): EssayRow[] {
  const here = list.rows.findIndex(({ id }) => id === row.id);
  const isNewer = Date.parse(row.updatedAt) > Date.parse(list.rows[here]!.updatedAt);
  if (query.sort !== 'updated' || !isNewer) return list.rows.with(here, row);
  const others = list.rows.toSpliced(here, 1);
  const newer = others.filter((each) => Date.parse(each.updatedAt) > Date.parse(row.updatedAt));
  return others.toSpliced(newer.length, 0, row);
}

/** Whether the open library refuses changes. */
export function isReadOnly({ status }: LibraryState): boolean {
  return status?.kind === 'open' && status.readOnly;
}
