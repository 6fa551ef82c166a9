import { type SortKey, type Status, sortKeys, statuses } from '#contract/essay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { command, UsageError } from './command.ts';
import { printableLine } from './printable.ts';
import { rowsAsText } from './rowsAsText.ts';
import { searchEssays } from './searchEssays.ts';
import { withLibrary } from './withLibrary.ts';

export const listCommand = command({
  name: 'list',
  usage: '',
  summary: 'list the essays of the library',
  about: `Prints a line for each essay: slug, status, day of the last change, words of its Markdown (code included), title.
Columns are parted by tabs, or lined up at a terminal.`,
  options: {
    status: {
      type: 'string',
      value: 'STATUS',
      about: `only those that are ${statuses.join(', ')}`,
    },
    tag: { type: 'string', value: 'TAG', about: 'only those with this tag' },
    sort: {
      type: 'string',
      value: 'KEY',
      about: `by ${sortKeys.join(', ')}; by updated if not said`,
    },
    search: {
      type: 'string',
      value: 'TEXT',
      about:
        'only those that hold every word, the last as a beginning; best first if no sort is said',
    },
    trashed: { type: 'boolean', about: 'those in the trash instead' },
  },
  async run(values, names, desk) {
    if (names.length > 0) throw new UsageError(`list takes no names, but “${names[0]}” is one.`);
    const { search, sort } = values;
    if (search !== undefined && values.trashed) {
      throw new UsageError('The trash cannot be searched.', 'Say --search or --trashed.');
    }
    const query = {
      trashed: values.trashed ?? false,
      status: values.status === undefined ? null : oneOf<Status>(statuses, values.status, 'status'),
      tag: values.tag ?? null,
      sort: oneOf<SortKey>(sortKeys, sort ?? 'updated', 'sort key'),
    };
    const rows = await withLibrary(values.library, desk, { create: false }, async (library) => {
      const listed = listEssays(library, query).rows;
      if (search === undefined) return listed;
      const found = new Set(await searchEssays(library, search, listed));
      return sort === undefined ? [...found] : listed.filter((row) => found.has(row));
    });
    const cells = rows.map(({ slug, status, updatedAt, words, title }) =>
      [slug, status, updatedAt.slice(0, 10), String(words), title].map(printableLine),
    );
    return { text: rowsAsText(cells, desk.isTerminal), json: { essays: rows }, problems: [] };
  },
});

function oneOf<T extends string>(values: readonly T[], value: string, kind: string): T {
  const known = values.find((each) => each === value);
  if (known === undefined) {
    throw new UsageError(`“${value}” is no ${kind}.`, `Use one of ${values.join(', ')}.`);
  }
  return known;
}
