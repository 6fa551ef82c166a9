import { useStore } from 'zustand';
import {
  type EssayList,
  type EssayQuery,
  type SortKey,
  type Status,
  statuses,
} from '#contract/essay.ts';
import { statusWords } from '#renderer/state/statusWords.ts';
import { Choice, type ChoiceItem } from './Choice.tsx';
import { useStudio } from './StudioContext.tsx';

const sortItems: readonly ChoiceItem<SortKey>[] = [
  { value: 'updated', label: 'Last changed' },
  { value: 'created', label: 'Newest' },
  { value: 'title', label: 'Title' },
];

/** Which essays the list shows: by status (or the trash), by tag, and in what order. */
export function LibraryFilters() {
  const { library, notices, preferences } = useStudio();
  const query = useStore(library.store, (state) => state.query);
  // A save changes a row and neither of these.
  const counts = useStore(library.store, (state) => state.list?.counts);
  const tags = useStore(library.store, (state) => state.list?.tags);
  const ask = (patch: Partial<EssayQuery>) => void notices.attempt(() => library.query(patch));
  if (!counts || !tags) return <div className="filters" />;
  const anyTag = tagItems(tags, query.tag);
  return (
    <div className="filters">
      <Choice
        label="Show"
        items={viewItems(counts)}
        value={query.trashed ? 'trash' : (query.status ?? 'all')}
        onChange={(view) => ask(viewQuery(view, query))}
      />
      {!query.trashed && anyTag.length > 1 && (
        <Choice
          label="Tag"
          items={anyTag}
          value={query.tag ?? ''}
          onChange={(tag) => ask({ tag: tag === '' ? null : tag })}
        />
      )}
      <span className="filters-rest" />
      <Choice
        label="Sort by"
        look="sign"
        items={sortItems}
        value={query.sort}
        onChange={(sort) => {
          preferences.change({ sort });
          ask({ sort });
        }}
      />
    </div>
  );
}

type View = 'all' | 'trash' | Status;

function viewItems(counts: EssayList['counts']): ChoiceItem<View>[] {
  const all = statuses.reduce((sum, status) => sum + counts[status], 0);
  return [
    { value: 'all', label: 'All essays', count: all },
    ...statuses.map((status) => ({
      value: status,
      label: statusWords[status],
      count: counts[status],
      status,
    })),
    { value: 'trash', label: 'Trash', count: counts.trashed, apart: true },
  ];
}

function viewQuery(view: View, { tag }: EssayQuery): Partial<EssayQuery> {
  if (view === 'trash') return { trashed: true, status: null, tag: null };
  return { trashed: false, status: view === 'all' ? null : view, tag };
}

function tagItems(tags: EssayList['tags'], chosen: string | null): ChoiceItem<string>[] {
  const known = tags.some(({ tag }) => tag === chosen);
  return [
    { value: '', label: 'Any tag' },
    ...(chosen !== null && !known ? [{ value: chosen, label: chosen, count: 0 }] : []),
    ...tags.map(({ tag, essays }) => ({ value: tag, label: tag, count: essays })),
  ];
}
