import type { EssayId } from '#contract/essay.ts';
import type { EssayFacts, Receipt, Target } from '#contract/publishing.ts';
import { fileName } from '#export/fileName.ts';
import { placeEssays } from '../plan/placeEssays.ts';
import { shownDate } from '../presets/usualValue.ts';
import { safeStem } from '../safeStem.ts';

/** A tag or a series, its page, and its essays in the order they are shown. */
export interface Group {
  readonly name: string;
  readonly path: string;
  readonly essays: readonly EssayFacts[];
}

/** Where everything of an HTML site stands. */
export interface Site {
  readonly target: Target;
  readonly template: string;
  /** Newest first. */
  readonly essays: readonly EssayFacts[];
  readonly pathOf: ReadonlyMap<EssayId, string>;
  /** By name. */
  readonly tags: ReadonlyMap<string, Group>;
  readonly series: ReadonlyMap<string, Group>;
  /** The full address of a page; '' where the site's own is not known. */
  readonly url: (path: string) => string;
  readonly notes: readonly string[];
}

export function openSite(
  target: Target,
  essays: readonly EssayFacts[],
  receipts: readonly Receipt[],
  template: string,
): Site {
  const { pathOf, notes } = placeEssays(
    essays,
    (essay) => `essays/${safeStem(essay)}.html`,
    receipts.filter(({ path }) => path.startsWith('essays/')),
  );
  const newestFirst = [...essays].sort(byDate);
  const base = target.baseUrl.replace(/\/+$/, '');
  return {
    target,
    template,
    essays: newestFirst,
    pathOf,
    tags: grouped(newestFirst, ({ tags }) => tags, 'tags'),
    series: new Map(
      [...grouped(newestFirst, ({ series }) => [series.trim()], 'series')].map(([name, group]) => [
        name,
        { ...group, essays: [...group.essays].sort(byPlace) },
      ]),
    ),
    url: (path) => base && `${base}/${address(path === 'index.html' ? '' : path)}`,
    notes,
  };
}

/** The relative address of one page of a site from another, which holds on a server and on a disk alike. */
export function linkTo(from: string, to: string): string {
  const depth = from.split('/').length - 1;
  const fromFolder = from.slice(0, from.lastIndexOf('/') + 1);
  if (fromFolder && to.startsWith(fromFolder)) return address(to.slice(fromFolder.length));
  return '../'.repeat(depth) + address(to);
}

function address(path: string): string {
  if (isPlain.test(path)) return path;
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What encoding leaves as it is. */
const isPlain = /^[\w./-]*$/;

function byDate(a: EssayFacts, b: EssayFacts): number {
  const [first, second] = [Date.parse(shownDate(a)) || 0, Date.parse(shownDate(b)) || 0];
  return second - first || (a.id < b.id ? -1 : 1);
}

/** Essays without a place come after those that have one, the oldest first. */
function byPlace(a: EssayFacts, b: EssayFacts): number {
  const [first, second] = [a.seriesPlace ?? Infinity, b.seriesPlace ?? Infinity];
  return first === second ? -byDate(a, b) : first - second;
}

function grouped(
  essays: readonly EssayFacts[],
  names: (essay: EssayFacts) => readonly string[],
  folder: string,
): Map<string, Group> {
  const members = new Map<string, EssayFacts[]>();
  for (const essay of essays) {
    for (const name of new Set(names(essay))) {
      if (name === '') continue;
      const known = members.get(name);
      if (known) known.push(essay);
      else members.set(name, [essay]);
    }
  }
  const taken = new Set<string>();
  const inOrder = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    inOrder.map(([name, found]) => {
      const slug = name
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}+#.]+/gu, '-')
        .replace(/#/g, 'sharp')
        .replace(/\+/g, 'plus')
        .replace(/^[-.]+|[-.]+$/g, '');
      const path = `${folder}/${fileName({ slug, title: name }, 'html', taken)}`;
      return [name, { name, path, essays: found }];
    }),
  );
}
