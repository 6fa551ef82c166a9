import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Effort, Figure } from '../figure.ts';
import type { Workshop } from '../libraries.ts';
import type { SiteMaker, SiteMeasured } from '../peers/siteProcess.ts';
import { median, quantile } from '../statistics.ts';

const essays = 1_000;
const few = 250;

/**
 * A site of a thousand essays beside Eleventy's of the same, one changed essay among them, and what memory a site takes.
 *
 * All are given texts at hand and an empty folder, all have a process of their own, and none counts the loading of its
 * own modules. Ours is measured twice. With its pages kept, as the studio has them once it was idle after an import or
 * an upgrade, or after a check: another process has rendered and kept them, this one renders nothing, and opening the
 * file, finding each page by the hash of its essay and holding it against its own are counted. And from nothing: the
 * clock begins when the threads that render say that they have loaded their modules, and keeping what they render is
 * counted. The peer keeps no pages; its clock begins when it has read its settings and templates' engines. Neither has
 * rendered anything by then.
 *
 * Both make a page for each essay with its code coloured by the same function, footnotes, tables, autolinks, heading
 * anchors, date, reading time, tags, neighbours in its series, and the metadata of its head; an index; a page for each
 * tag and each series and one of all tags; Atom, RSS and JSON feeds of the ten newest with their whole texts; a sitemap,
 * robots and a page for what is not found; style, type faces and favicon. No two essays are the same.
 *
 * Only ours makes raw HTML harmless, reads task lists, alerts, formulas and links between essays, looks at what is in the
 * folder first, brings each file to the disk before it has its name, and makes receipts; the peer is spared all of that,
 * and the reading of its Markdown as a template. Neither counts what is done once with the library: preflight, and
 * keeping receipts.
 *
 * The floor of both is told beside them: bare markdown-it with footnotes and the same colouring, in as many threads as
 * ours has, with nothing written.
 */
export async function publishing(effort: Effort, workshop: Workshop): Promise<Figure[]> {
  const kept: SiteMeasured[] = [];
  const fresh: SiteMeasured[] = [];
  const theirs: SiteMeasured[] = [];
  const small: SiteMeasured[] = [];
  const floor: SiteMeasured[] = [];
  for (let round = 0; round < effort.rounds; round++) {
    for (const ending of ['', '-wal', '-shm'])
      rmSync(`${library(workshop)}.pages${ending}`, { force: true });
    fresh.push(await made('from nothing', essays, workshop));
    kept.push(await made('kept', essays, workshop));
    theirs.push(await made('eleventy', essays, workshop));
    small.push(await made('kept', few, workshop));
    floor.push(await made('floor', essays, workshop));
  }
  const count = essays.toLocaleString('en');
  const whole = middle(kept);
  const peer = { name: 'Eleventy with the same highlighting', value: middle(theirs) };
  const again = kept.flatMap(({ oneChanged }) => oneChanged);
  return [
    {
      name: `publish a site of ${count} essays of 10 KB whose pages are kept`,
      unit: 'ms',
      value: whole,
      beside: peer,
      bound: { kind: 'times faster', value: 3 },
      detail: { kept, theirs },
    },
    {
      name: `publish the same site from nothing`,
      unit: 'ms',
      value: middle(fresh),
      beside: peer,
      bound: null,
      detail: { fresh, theirs },
    },
    {
      name: 'its essays rendered with bare markdown-it and the same highlighting, nothing written',
      unit: 'ms',
      value: middle(floor),
      beside: peer,
      bound: null,
      detail: { floor },
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
      value: median(kept.map(({ held }) => held)),
      beside: { name: `${few} essays`, value: median(small.map(({ held }) => held)) },
      bound: { kind: 'ratio at most', value: 1.2 },
      detail: { kept, small },
    },
    {
      name: `memory held after ${count} essays were rendered and published`,
      unit: 'MB',
      value: median(fresh.map(({ held }) => held)),
      beside: {
        name: `${count} essays whose pages are kept`,
        value: median(kept.map(({ held }) => held)),
      },
      bound: { kind: 'ratio at most', value: 1.2 },
      detail: { fresh, kept },
    },
  ];
}

function middle(runs: readonly SiteMeasured[]): number {
  return median(runs.map(({ milliseconds }) => milliseconds));
}

function library({ folder }: Workshop): string {
  return join(folder, 'site.longhand');
}

async function made(who: SiteMaker, count: number, workshop: Workshop): Promise<SiteMeasured> {
  const site = join(workshop.folder, 'site');
  rmSync(site, { recursive: true, force: true });
  const { stdout } = await run(process.execPath, [
    '--expose-gc',
    siteProcess,
    who,
    site,
    String(count),
    library(workshop),
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

const run = promisify(execFile);
const siteProcess = fileURLToPath(new URL('../peers/siteProcess.ts', import.meta.url));
