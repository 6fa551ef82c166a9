import type { Rule } from './review.ts';

/** Images that a page would ask another server for. */
export const remoteImages: Rule = {
  name: 'remote images',
  check: ({ prose, lineAt }) =>
    [
      ...prose.text.matchAll(
        /(?:!\[[^\]]*\]\(\s*<?|<img\b[^<>]*?\ssrc=["']?)(https?:[^\s<>"')]+)/gi,
      ),
    ].map(({ index, 1: address = '' }) => ({
      line: lineAt(index),
      message: `The image “${address}” is on another server.`,
      advice:
        'Keep a copy with the essay: the other may change or vanish, and it learns who reads.',
    })),
};
