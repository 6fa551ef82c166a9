import { mostDevtoTags } from '../presets/devto.ts';
import { mostHashnodeTags } from '../presets/hashnode.ts';
import type { Found, Rule } from './review.ts';

/** More tags than the target takes, none where it wants one, and tags that it would cut. */
export const tags: Rule = {
  name: 'tags',
  check: ({ essay, target }) => {
    const found: Found[] = [];
    const most = limits[target.kind];
    const count = essay.tags.length;
    if (most !== undefined && count > most) {
      const left = essay.tags.slice(most).map((tag) => `“${tag}”`);
      found.push({
        line: null,
        message: `${target.name} takes ${most} tags, so ${left.join(', ')} would be left out.`,
        advice: 'Put the ones that matter first.',
      });
    }
    if (target.kind === 'hashnode' && count === 0) {
      found.push({
        line: null,
        message: 'Hashnode wants at least one tag.',
        advice: 'Give the essay one.',
      });
    }
    const long = target.kind === 'medium' ? essay.tags.slice(0, most) : [];
    for (const tag of long.filter((each) => Array.from(each).length > 25)) {
      found.push({
        line: null,
        message: `Medium cuts the tag “${tag}” after 25 characters.`,
        advice: 'Use a shorter one.',
      });
    }
    return found;
  },
};

const limits: Readonly<Record<string, number>> = {
  devto: mostDevtoTags,
  hashnode: mostHashnodeTags,
  medium: 3,
};
