import { embedOf, embedPattern } from '#markdown/images/embed.ts';
import type { Found, Rule } from './review.ts';

/** Images that say nothing to a reader who cannot see them. */
export const altText: Rule = {
  name: 'alt text',
  check: ({ essay, prose, lineAt }) => {
    const found: Found[] = [];
    if (essay.coverImage.trim() && !essay.coverAlt.trim()) {
      found.push({ line: null, message: 'The cover has no description.', advice });
    }
    for (const { index, 1: name } of prose.text.matchAll(/!\[\s*\](?:\(\s*<?([^\s<>)]*)|\[)/g)) {
      const called = name && !/^data:/i.test(name) ? `The image “${name}”` : 'An image';
      found.push({ line: lineAt(index), message: `${called} has no description.`, advice });
    }
    for (const match of prose.text.matchAll(embeds)) {
      const { address, alt } = embedOf(match);
      if (alt !== '') continue;
      const line = lineAt(match.index);
      found.push({ line, message: `The image “${address}” has no description.`, advice });
    }
    for (const { index, 0: tag } of prose.text.matchAll(/<img\b[^<>]*>/gi)) {
      // An empty alt says on purpose that the image is decoration.
      if (/\salt\s*=/i.test(tag)) continue;
      found.push({ line: lineAt(index), message: 'An image has no description.', advice });
    }
    return found;
  },
};

const embeds = new RegExp(embedPattern, 'gi');

const advice = 'Say in a few words what it shows, for those who cannot see it.';
