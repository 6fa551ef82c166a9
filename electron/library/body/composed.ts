import { ChangeSet } from '@codemirror/state';
import { StudioError } from '#contract/errors.ts';
import type { ChangeSetJson } from '#contract/essay.ts';

/** The one change set that several come to. Throws `invalid` when one does not fit what the one before left. */
export function composed(changes: readonly ChangeSetJson[]): ChangeSetJson {
  const [first = [], ...others] = changes;
  try {
    return others
      .reduce((all, next) => all.compose(ChangeSet.fromJSON(next)), ChangeSet.fromJSON(first))
      .toJSON();
  } catch (cause) {
    throw new StudioError(
      'invalid',
      'A change to the text does not fit the text it was made for, so it was not applied.',
      'Copy what you wrote since the last save, and open the essay again.',
      { cause },
    );
  }
}
