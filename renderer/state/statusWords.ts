import type { Status } from '#contract/essay.ts';

/** The word for a status, wherever one is shown. */
export const statusWords: Readonly<Record<Status, string>> = {
  idea: 'Idea',
  draft: 'Draft',
  review: 'In review',
  ready: 'Ready',
  published: 'Published',
};
