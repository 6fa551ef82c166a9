import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Receipt } from '#contract/publishing.ts';
import type { Library } from '#library/openLibrary.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { openKeptPages } from '#library/pages/keptPages.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { planPublish } from '#publish/plan/planPublish.ts';
import { type Render, renderHere } from '#publish/rendering/render.ts';
import { openRenderers } from '#publish/rendering/renderers.ts';
import { renderKept } from '#publish/rendering/renderKept.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { type SiteEssay, siteEssays, siteShelf, siteTarget, wholeEssay } from '../siteEssays.ts';
import { bareRendering } from './bareRendering.ts';
import { eleventySite, writeEleventySource } from './eleventySite.ts';

/** Who makes the site: ours with no page kept yet, ours with every page kept by another process, or the peer; or the floor, which renders alone. */
export type SiteMaker = 'from nothing' | 'kept' | 'eleventy' | 'floor';

/** Threads as the studio has them: built. */
const renderWorker = new URL('../../../out/main/renderWorker.js', import.meta.url);

/** What one run of this process prints. */
export interface SiteMeasured {
  readonly milliseconds: number;
  /** Milliseconds of processor time meanwhile, of all threads together: what a busy machine changes least. */
  readonly processor: number;
  /** How long each of twenty further publishes took, one other essay changed. */
  readonly oneChanged: readonly number[];
  /** Megabytes still held when it was done, garbage aside. */
  readonly held: number;
  /** Megabytes at the most beyond what was there before, garbage not yet collected included. */
  readonly grown: number;
}

const resources = fileURLToPath(new URL('../../../resources', import.meta.url));

// A process of its own for each side, so that neither warms the other's engine; it prints what the site took. The pages
// are kept beside the library at the last path.
const [who, folder, count, path] = process.argv.slice(2) as [SiteMaker, string, string, string];
const essays = siteEssays(Number(count));
mkdirSync(folder, { recursive: true });
const before = process.memoryUsage().rss;
const took =
  who === 'eleventy'
    ? await eleventy()
    : who === 'floor'
      ? await floor()
      : await longhand(openLibrary(path));
console.log(JSON.stringify(took));

async function longhand(library: Library): Promise<SiteMeasured> {
  const parts = readSiteParts(resources);
  const target = siteTarget(folder);
  const publish = async (
    all: readonly SiteEssay[],
    receipts: readonly Receipt[],
    render: Render,
  ) => {
    const pages = openKeptPages(library);
    const tools = { parts, render: renderKept(pages, render) };
    const plan = await planPublish(target, siteShelf(all), receipts, tools);
    const report = await carryOut(plan);
    pages.close();
    return report;
  };
  const renderers = who === 'kept' ? null : openRenderers(renderWorker, availableParallelism());
  await renderers?.ready();
  const watch = startWatch();
  let { receipts, essays: found } = await publish(essays, [], renderers?.render ?? refuse);
  await renderers?.close();
  const took = watch();
  const memory = { grown: grownSince(before), held: heldNow() };
  if (found.published !== essays.length) throw new Error('Essays were left out.');

  const oneChanged: number[] = [];
  for (let turn = 1; turn <= 20; turn++) {
    const changed = essays.with((turn * 37) % essays.length, edited(essays, turn));
    const begin = performance.now();
    const report = await publish(changed, receipts, renderHere);
    oneChanged.push(performance.now() - begin);
    if (!report.written.some((path) => path.startsWith('essays/'))) throw new Error('Not written.');
    receipts = report.receipts;
  }
  library.close();
  return { ...took, oneChanged, ...memory };
}

function refuse(): never {
  throw new Error('A page was not kept.');
}

function startWatch(): () => Pick<SiteMeasured, 'milliseconds' | 'processor'> {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    return { milliseconds, processor: (user + system) / 1_000 };
  };
}

function grownSince(bytes: number): number {
  return (process.resourceUsage().maxRSS * 1024 - bytes) / 1_000_000;
}

/** The process is started with `--expose-gc`. */
function heldNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}

function edited(all: readonly SiteEssay[], turn: number): SiteEssay {
  const essay = all[(turn * 37) % all.length]!;
  const body = () => `${essay.body()}\nOne sentence more.\n`;
  return { ...essay, revision: turn + 1, body };
}

async function eleventy(): Promise<SiteMeasured> {
  const source = writeEleventySource(folder, essays.map(wholeEssay));
  const site = eleventySite(source, resources);
  await site.init();
  const watch = startWatch();
  await site.write();
  return { ...watch(), oneChanged: [], grown: grownSince(before), held: heldNow() };
}

async function floor(): Promise<SiteMeasured> {
  const sources = essays.map((essay) => essay.body());
  const used = process.cpuUsage();
  const milliseconds = await bareRendering(sources);
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / 1_000;
  return { milliseconds, processor, oneChanged: [], grown: grownSince(before), held: heldNow() };
}
