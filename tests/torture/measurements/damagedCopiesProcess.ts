import { makeSpecimens } from '../specimens.ts';
import { tryDamagedCopy } from './damagedCopy.ts';

/** Tries the seeds from the first number up to the second in the folder named, and prints each trial as a line of JSON. */
const [from, to, room] = process.argv.slice(2);
const specimens = await makeSpecimens(room!);
for (let seed = Number(from); seed < Number(to); seed++) {
  process.stdout.write(`${JSON.stringify(tryDamagedCopy(seed, specimens, room!))}\n`);
}
