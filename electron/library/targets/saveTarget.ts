import { randomUUID } from 'node:crypto';
import { StudioError } from '#contract/errors.ts';
import type { Target, TargetId, TargetSettings } from '#contract/publishing.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { writing } from '../transaction.ts';
import { listTargets, nameKey, readTarget } from './readTargets.ts';
import { type TargetRecord, targetHash } from './targetRecord.ts';

/** Adds a place to publish to. Throws `invalid` for one without a name, `exists` for a name that is taken. */
export function addTarget(library: Library, settings: TargetSettings): Target {
  const id = randomUUID() as TargetId;
  return writing(library, () => {
    refuseName(library, settings.name, null);
    const made_at = library.now().toISOString();
    const record = { id, settings: JSON.stringify(settings), made_at, removed_at: null };
    statement(
      library.db,
      `INSERT INTO target (id, settings, made_at, removed_at, hash)
       VALUES (:id, :settings, :made_at, :removed_at, :hash)`,
    ).run({ ...record, hash: targetHash(record) });
    return { id, ...settings };
  });
}

/** Sets all that is said of a target. Throws as addTarget does, and `not-found`. */
export function changeTarget(library: Library, id: TargetId, settings: TargetSettings): Target {
  return writing(library, () => {
    readTarget(library, id);
    refuseName(library, settings.name, id);
    put(library, id, { settings: JSON.stringify(settings) });
    return { id, ...settings };
  });
}

/** Takes a target out of the list. Its receipts stay, and so do the files in its folder. Throws `not-found`. */
export function removeTarget(library: Library, id: TargetId): void {
  writing(library, () => {
    readTarget(library, id);
    put(library, id, { removed_at: library.now().toISOString() });
  });
}

function put(
  library: Library,
  id: TargetId,
  change: Partial<Pick<TargetRecord, 'settings' | 'removed_at'>>,
): void {
  const before = statement<TargetRecord>(library.db, 'SELECT * FROM target WHERE id = ?').get(id);
  const record = { ...before!, ...change };
  statement(
    library.db,
    'UPDATE target SET settings = :settings, removed_at = :removed_at, hash = :hash WHERE id = :id',
  ).run({ ...record, hash: targetHash(record) });
}

function refuseName(library: Library, name: string, own: TargetId | null): void {
  if (name.trim() === '') {
    throw new StudioError('invalid', 'The target has no name.', 'Give it one.');
  }
  const key = nameKey(name);
  const taken = listTargets(library).some(
    (other) => other.id !== own && nameKey(other.name) === key,
  );
  if (taken) {
    throw new StudioError(
      'exists',
      `There is a target “${name}” already.`,
      'Give it another name.',
    );
  }
}
