import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('the command line asks one file where things lie, which knows a checkout and a package', () => {
  const room = 'electron/cli';
  const elsewhere = readdirSync(room).filter(
    (name) =>
      name !== 'places.ts' && readFileSync(join(room, name), 'utf8').includes('import.meta'),
  );
  expect(elsewhere).toEqual([]);
});
