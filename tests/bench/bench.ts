import { type Figure, fullEffort, passes, quickEffort } from './figure.ts';
import { openWorkshop } from './libraries.ts';
import { illustrated } from './measurements/illustrated.ts';
import { journal } from './measurements/journal.ts';
import { keyToPage } from './measurements/keyToPage.ts';
import { keyToPaint } from './measurements/keyToPaint.ts';
import { memory } from './measurements/memory.ts';
import { opening } from './measurements/opening.ts';
import { packages } from './measurements/packages.ts';
import { publishing } from './measurements/publishing.ts';
import { rendering } from './measurements/rendering.ts';
import { saving } from './measurements/saving.ts';
import { scrubbing } from './measurements/scrubbing.ts';
import { searching } from './measurements/searching.ts';
import { readOptions } from './options.ts';
import { markdownTable, plainTable, writeJson } from './report.ts';

const measurements = {
  rendering,
  keyToPaint,
  keyToPage,
  illustrated,
  saving,
  journal,
  opening,
  searching,
  publishing,
  memory,
  scrubbing,
  packages,
};
const names = Object.keys(measurements) as (keyof typeof measurements)[];

const options = readOptions(process.argv.slice(2), names);
const chosen = names.filter((name) => options.only.length === 0 || options.only.includes(name));
const effort = options.quick ? quickEffort : fullEffort;
const workshop = openWorkshop();
const figures: Figure[] = [];
try {
  for (const name of chosen) {
    console.error(`Measuring ${name}`);
    figures.push(...(await measurements[name](effort, workshop)));
  }
} finally {
  workshop.remove();
}

console.log(options.markdown ? markdownTable(figures) : plainTable(figures));
console.error(`Written to ${writeJson(figures, options.quick)}`);
const missed = figures.filter((figure) => !passes(figure)).length;
if (missed > 0) console.error(`${missed} of ${figures.length} bounds missed`);
if (missed > 0 && options.strict) process.exitCode = 1;
