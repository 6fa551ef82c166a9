import type { Problem } from '#markdown/types.ts';
import type { Found, Rule } from './review.ts';

/** Links and references to places of the page that are not there, and places that share a label. */
export const anchors: Rule = {
  name: 'anchors',
  check: ({ page, lineAt, links }) => {
    const places = new Set([...page.html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!));
    const labels = page.problems.flatMap(({ kind, line, what }) => {
      const tell = labelProblems[kind];
      return tell ? [{ line, ...tell(what) }] : [];
    });
    const fragments = links.flatMap((link) => {
      if (link.kind !== 'address' || !link.address.startsWith('#')) return [];
      const id = decoded(link.address.slice(1));
      // An empty fragment and “top” lead to the page's start.
      if (id === '' || id.toLowerCase() === 'top' || places.has(id)) return [];
      return [
        {
          line: lineAt(link.from),
          message: `“#${id}” leads nowhere: no heading has that name.`,
          advice: nearest(id, places),
        },
      ];
    });
    return [...labels, ...fragments];
  },
};

const labelProblems: Readonly<Partial<Record<Problem['kind'], (what: string) => Told>>> = {
  reference: (what) => ({
    message: `“${what}” refers to nothing, and readers are told so.`,
    advice: 'Label what is meant, or take the reference out.',
  }),
  label: (what) => ({
    message: `The label “${what}” is given twice, so references lead to the first.`,
    advice: 'Give each a label of its own.',
  }),
};

type Told = Omit<Found, 'line'>;

function nearest(id: string, places: ReadonlySet<string>): string {
  const start = id.slice(0, 6).toLowerCase();
  const near = [...places].find((place) => place.startsWith(start) && !place.includes(':'));
  return near ? `Perhaps “#${near}” is meant.` : 'Link to a heading of this essay.';
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
