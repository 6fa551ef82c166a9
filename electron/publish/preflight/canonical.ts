import { webAddress } from '#export/webAddress.ts';
import type { Rule } from './review.ts';

/** A canonical address that is none, or is missing where the essay will be a copy. */
export const canonical: Rule = {
  name: 'canonical',
  check: ({ essay, target }) => {
    const said = essay.canonicalUrl.trim();
    if (said && !webAddress(said)) {
      return [
        {
          line: null,
          message: `The canonical address “${said}” is not one of a web page.`,
          advice: 'Give the full address, beginning with https://.',
        },
      ];
    }
    if (said || !copies.has(target.kind)) return [];
    return [
      {
        line: null,
        message:
          'The essay has no canonical address, so search engines may take the copy for the original.',
        advice: 'If it is published elsewhere too, give its address there.',
      },
    ];
  },
};

const copies: ReadonlySet<string> = new Set(['devto', 'hashnode', 'medium']);
