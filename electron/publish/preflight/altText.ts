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
    for (const { index, 0: tag } of prose.text.matchAll(/<img\b[^<>]*>/gi)) {
      // An empty alt says on purpose that the image is decoration.
      if (/\salt\s*=/i.test(tag)) continue;
      found.push({ line: lineAt(index), message: 'An image has no description.', advice });
    }
    return found;
  },
};

const advice = 'Say in a few words what it shows, for those who cannot see it.';
