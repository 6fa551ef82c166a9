import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading, writing } from '../transaction.ts';

/** The author's own list of names that must not leave: of people, customers, systems. */
export function readPrivateNames(library: Library): string[] {
  return reading(library, () =>
    statement<string>(library.db, 'SELECT name FROM private_name ORDER BY name').pluck().all(),
  );
}

/** Sets the whole list; empty names and doubles are left out. */
export function setPrivateNames(library: Library, names: readonly string[]): void {
  const kept = new Set(names.map((name) => name.normalize('NFC').trim().replace(/\s+/g, ' ')));
  kept.delete('');
  writing(library, () => {
    statement(library.db, 'DELETE FROM private_name').run();
    const add = statement(library.db, 'INSERT INTO private_name (name) VALUES (?)');
    for (const name of kept) add.run(name);
  });
}
