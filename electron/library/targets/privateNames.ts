import { createHash } from 'node:crypto';
import { StudioError } from '#contract/errors.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading, writing } from '../transaction.ts';

/** A row of the table `private_name`; the hash is null where it was never written. */
export interface NameRecord {
  readonly name: string;
  readonly hash: Buffer | null;
}

/** The author's own list of names that must not leave: of people, customers, systems. Throws `damaged`. */
export function readPrivateNames(library: Library): string[] {
  const records = reading(library, () =>
    statement<NameRecord>(library.db, 'SELECT * FROM private_name ORDER BY name').all(),
  );
  // A name that is not the one that was listed would not be looked for, and could leave.
  if (!records.every(isAsListed)) throw damagedNames();
  return records.map(({ name }) => name);
}

export function isAsListed({ name, hash }: NameRecord): boolean {
  return typeof name === 'string' && Buffer.isBuffer(hash) && nameHash(name).equals(hash);
}

/** Sets the whole list; empty names and doubles are left out. */
export function setPrivateNames(library: Library, names: readonly string[]): void {
  const kept = new Set(names.map((name) => name.normalize('NFC').trim().replace(/\s+/g, ' ')));
  kept.delete('');
  writing(library, () => {
    statement(library.db, 'DELETE FROM private_name').run();
    for (const name of kept) insertName(library, name);
  });
}

/** Puts a name on the list, inside a transaction. */
export function insertName(library: Library, name: string): void {
  const sql = 'INSERT INTO private_name (name, hash) VALUES (?, ?)';
  statement(library.db, sql).run(name, nameHash(name));
}

function nameHash(name: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([name]))
    .digest();
}

function damagedNames(): StudioError {
  return new StudioError(
    'damaged',
    'The list of names that must not leave is damaged: it is not what was saved.',
    'Nothing was published. Rescue the library: a backup may give it back.',
  );
}
