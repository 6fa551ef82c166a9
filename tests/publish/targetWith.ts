import type { Essay, EssayId } from '#contract/essay.ts';
import type { Shelf, Target, TargetId } from '#contract/publishing.ts';
import { essayWith } from '../export/essayWith.ts';

/** A target as it is when it is new, with what a test says about it. */
export function targetWith(said: Partial<Target> = {}): Target {
  return {
    id: 'target-1' as TargetId,
    kind: 'markdown',
    name: 'My blog',
    folder: '/nowhere',
    baseUrl: '',
    author: '',
    style: null,
    fields: {},
    constants: {},
    site: { heading: '', introduction: '', template: '' },
    chosen: { statuses: ['published'], tag: '' },
    weights: {},
    ...said,
  };
}

/** A shelf of these essays, each with an id made of its slug where the test gives none. */
export function shelfOf(...said: readonly Partial<Essay>[]): Shelf {
  const essays = said.map((each) => essayWith({ ...named(each), ...each }));
  return {
    essays: essays.map(({ body: _, ...facts }) => facts),
    read: (id) => essays.find((essay) => essay.id === id)!,
  };
}

function named({ slug = 'the-cost-of-moving' }: Partial<Essay>): Partial<Essay> {
  return { id: slug as EssayId, title: slug.replaceAll('-', ' ') };
}
