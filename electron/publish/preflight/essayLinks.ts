import type { Rule } from './review.ts';

/** Links to essays that are not published there, or that there are none of. */
export const essayLinks: Rule = {
  name: 'links between essays',
  check: ({ known, target, lineAt, links }) =>
    links.flatMap((link) => {
      const isWiki = link.kind === 'wiki';
      const name = isWiki ? link.name : link.address;
      if (!isWiki && !isEssayFile(name)) return [];
      if (isWiki ? known.published.named(name) : known.published.at(name)) return [];
      const elsewhere = isWiki ? known.all.named(name) : known.all.at(name);
      const line = lineAt(link.from);
      if (elsewhere) {
        return [
          {
            line,
            message: `“${elsewhere.title}” is not published to ${target.name}, so the link to it leads nowhere.`,
            advice: 'Publish it too, or take the link out.',
          },
        ];
      }
      return [
        {
          line,
          message: `There is no essay “${name}” for the link to lead to.`,
          advice: 'Correct the name, or take the link out.',
        },
      ];
    }),
};

/** A relative address of a Markdown file; a relative address of anything else may be there on the server. */
function isEssayFile(address: string): boolean {
  return (
    !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address) &&
    /\.(?:md|markdown|mdx)(?:[?#]|$)/i.test(address)
  );
}
