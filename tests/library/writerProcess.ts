import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { openLibrary } from '#library/openLibrary.ts';

/** A process that types one character after another into an essay and prints the revision of each that was acknowledged. */
const [path = '', id = '', count = '0'] = process.argv.slice(2);
const library = openLibrary(path);
let revision = 1;
for (let typed = 0; typed < Number(count); typed++) {
  const changes = [typed, [0, String(typed % 10)]] as const;
  const steps = [{ changes, at: Date.now(), source: 'typed' }] as const;
  revision = changeBody(library, { id: id as EssayId, baseRevision: revision, steps }).revision;
  process.stdout.write(`${revision}\n`);
}
library.close();
