import { StudioError } from '#contract/errors.ts';
import type { Target, TargetId } from '#contract/publishing.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { type TargetRecord, toTarget } from './targetRecord.ts';

/** The places to publish to, in the order they were made. Throws `damaged`. */
export function listTargets(library: Library): Target[] {
  return reading(library, () =>
    statement<TargetRecord>(
      library.db,
      'SELECT * FROM target WHERE removed_at IS NULL ORDER BY key',
    )
      .all()
      .map(toTarget),
  );
}

/** Throws `not-found` and `damaged`. */
export function readTarget(library: Library, id: TargetId): Target {
  const record = statement<TargetRecord>(
    library.db,
    'SELECT * FROM target WHERE id = ? AND removed_at IS NULL',
  ).get(id);
  if (record === undefined) {
    throw new StudioError('not-found', 'This place to publish to is not in the library any more.');
  }
  return toTarget(record);
}

/** The target of this name, in whatever case. Throws `not-found` with the names there are. */
export function findTarget(library: Library, name: string): Target {
  const targets = listTargets(library);
  const found = targets.find((target) => nameKey(target.name) === nameKey(name));
  if (found) return found;
  throw new StudioError(
    'not-found',
    `There is no target “${name}”.`,
    targets.length === 0
      ? 'None has been made yet.'
      : `There are ${targets.map((target) => `“${target.name}”`).join(', ')}.`,
  );
}

/** Equal for names that a reader takes for one. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
