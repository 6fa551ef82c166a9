import type { Rule } from './review.ts';

/** Links to places of the page that are not there. */
export const anchors: Rule = {
  name: 'anchors',
  check: ({ page, lineAt, links }) => {
    const places = new Set([...page.html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!));
    return links.flatMap((link) => {
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
  },
};

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
