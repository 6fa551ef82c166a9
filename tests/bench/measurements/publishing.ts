import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import type { SiteMeasured } from '../peers/siteProcess.ts';
import { median, quantile } from '../statistics.ts';

const essays = 1_000;
const few = 250;

/**
 * A site of a thousand essays beside Eleventy's of the same, one changed essay among them, and what memory a site takes.
 *
 * Both are given texts at hand and an empty folder, both have a process of their own, and neither counts the loading of
 * its own modules: ours begins when its threads say that they have loaded theirs, as they do while essays are checked,
 * the peer when it has read its settings and templates' engines. Neither has rendered anything by then. Both make a
 * page for each essay with its code coloured by the same function, footnotes, tables, autolinks, heading anchors, date,
 * reading time, tags, neighbours in its series, and the metadata of its head; an index; a page for each tag and each
 * series and one of all tags; Atom, RSS and JSON feeds of the ten newest with their whole texts; a sitemap, robots and
 * a page for what is not found; style, type faces and favicon.
 *
 * Only ours makes raw HTML harmless, reads task lists, alerts, formulas and links between essays, looks at what is in the
 * folder first, brings each file to the disk before it has its name, and makes receipts; the peer is spared all of that,
 * and the reading of its Markdown as a template. Neither counts what is done once with the library: preflight, and
 * keeping receipts.
 */
export async function publishing(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const ours: SiteMeasured[] = [];
  const theirs: SiteMeasured[] = [];
  const small: SiteMeasured[] = [];
  for (let round = 0; round < effort.rounds; round++) {
    ours.push(await made('longhand', essays, workshop));
    theirs.push(await made('eleventy', essays, workshop));
    small.push(await made('longhand', few, workshop));
  }
  const whole = median(ours.map(({ milliseconds }) => milliseconds));
  const again = ours.flatMap(({ oneChanged }) => oneChanged);
  const count = essays.toLocaleString('en');
  return [
    {
      name: `publish a site of ${count} essays of 10 KB`,
      unit: 'ms',
      value: whole,
      beside: {
        name: 'Eleventy with the same highlighting',
        value: median(theirs.map(({ milliseconds }) => milliseconds)),
      },
      bound: { kind: 'times faster', value: 3 },
      detail: { ours, theirs },
    },
    {
      name: `publish one changed essay among ${count}, p95`,
      unit: 'ms',
      value: quantile(again, 0.95),
      beside: { name: 'the whole site', value: whole },
      bound: { kind: 'at most', value: 200 },
      detail: again,
    },
    {
      name: `memory held after ${count} essays were published`,
      unit: 'MB',
      value: median(ours.map(({ held }) => held)),
      beside: { name: `${few} essays`, value: median(small.map(({ held }) => held)) },
      bound: { kind: 'ratio at most', value: 1.2 },
      detail: { ours, small },
    },
  ];
}

async function made(
  who: 'longhand' | 'eleventy',
  count: number,
  { folder }: Workshop,
): Promise<SiteMeasured> {
  const site = join(folder, 'site');
  rmSync(site, { recursive: true, force: true });
  const { stdout } = await run(process.execPath, [
    '--expose-gc',
    siteProcess,
    who,
    site,
    String(count),
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

const run = promisify(execFile);
const siteProcess = fileURLToPath(new URL('../peers/siteProcess.ts', import.meta.url));
