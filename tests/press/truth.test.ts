import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EssayPatch, NewEssay } from '#contract/essay.ts';
import { newTarget } from '#contract/newTarget.ts';
import type { Target, TargetSettings } from '#contract/publishing.ts';
import { keepDrawing } from '#library/drawings/drawings.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { addImages } from '#library/images/addImages.ts';
import { deleteImages } from '#library/images/deleteImages.ts';
import { listImages } from '#library/images/readImages.ts';
import { addTarget, changeTarget } from '#library/targets/saveTarget.ts';
import { planTarget } from '#press/planTarget.ts';
import type { PressDesk } from '#press/pressDesk.ts';
import { publishTo } from '#press/publishTo.ts';
import { freshLibrary } from '../library/freshLibrary.ts';
import { png } from '../support/pictures.ts';

/** One kind for each way in which files are made, and links written. */
const kinds = ['site', 'ghost', 'medium', 'hugo', 'markdown', 'devto'] as const;

const diagram = 'graph TD; A-->B';
const drawn = (shade: string) => {
  const svg = `<svg viewBox="0 0 10 10"><rect x="1" width="8" height="8" fill="${shade}"></rect></svg>`;
  return { kind: 'drawn', light: svg, dark: svg } as const;
};
const picture = (width: number) => ({
  stem: 'clock',
  extension: 'png' as const,
  width,
  height: 8,
  bytes: png(width, 8),
});

/** A library in which essays show, draw and speak of each other, published to targets of several kinds. */
async function everywhere() {
  const { library, folder: home } = freshLibrary();
  addImages(library, [picture(9)]);
  const write = (title: string, body: string, more: NewEssay = {}) =>
    createEssay(library, { title, body, status: 'published', excerpt: 'What broke.', ...more }).id;
  const ids = {
    leases: write(
      'Leases',
      'See [[clocks]], [so](clocks.md), [[Queues]] and ![A clock](images/clock.png).\n',
      { coverImage: 'images/clock.png', coverAlt: 'A clock', series: 'Time', tags: ['time'] },
    ),
    clocks: write('Clocks', `# Drift\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`, {
      series: 'Time',
      slug: 'clocks',
    }),
    plain: write('Plain', 'Nothing in it.\n'),
  };
  const off = { 'links between essays': 'off', diagrams: 'off', 'missing images': 'off' } as const;
  const targets = kinds.map((kind) => {
    const folder = join(home, kind);
    mkdirSync(folder);
    const baseUrl = 'https://example.com/notes';
    return addTarget(library, { ...newTarget(kind), name: kind, folder, baseUrl, weights: off });
  });
  const desk: PressDesk = {
    library,
    resources: 'resources',
    renderWorker: new URL('../../electron/publish/rendering/worker.ts', import.meta.url),
  };
  for (const target of targets) {
    expect(await publishTo(desk, target)).toMatchObject({
      kind: 'published',
      report: { left: [] },
    });
  }
  return { library, ids, targets, desk };
}

/** Files that are called as they were published and would come out otherwise. */
async function untold(desk: PressDesk, target: Target): Promise<string[]> {
  return planTarget(desk, target, async ({ plan }) => {
    const untrue: string[] = [];
    for (const { path, piece, state } of plan.files) {
      if (state !== 'unchanged' || !piece) continue;
      const { content } = await piece.make(plan.readings);
      const there = readFileSync(join(target.folder, path));
      if (sha256(there) !== sha256(content)) untrue.push(`${target.kind}: ${path}`);
    }
    return untrue;
  });
}

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');

type World = Awaited<ReturnType<typeof everywhere>>;
const say = (which: keyof World['ids'], patch: EssayPatch) => (world: World) =>
  void describeEssay(world.library, world.ids[which], patch);
const set =
  (said: (target: Target) => Partial<TargetSettings>) =>
  ({ library, targets }: World) => {
    for (const [at, target] of targets.entries()) {
      const { id, ...settings } = target;
      targets[at] = changeTarget(library, id, { ...settings, ...said(target) });
    }
  };
const site = (said: Partial<TargetSettings['site']>) =>
  set(({ site: before }) => ({ site: { ...before, ...said } }));

describe('what is called unchanged would come out as it is there, after', () => {
  test.each<[string, (world: World) => void]>([
    ['nothing at all', () => {}],
    ['a diagram that is drawn', ({ library }) => keepDrawing(library, diagram, drawn('#111111'))],
    [
      'a diagram that turns out to be wrong',
      ({ library }) => keepDrawing(library, diagram, { kind: 'wrong', reason: 'no' }),
    ],
    [
      'an image that goes, and one that comes under its name',
      ({ library }) => {
        deleteImages(
          library,
          listImages(library).map(({ hash }) => hash),
        );
        addImages(library, [picture(7)]);
      },
    ],
    [
      'an image that goes',
      ({ library }) =>
        deleteImages(
          library,
          listImages(library).map(({ hash }) => hash),
        ),
    ],
    ['another title of an essay that is linked to', say('clocks', { title: 'Watches' })],
    ['another name of it', say('clocks', { slug: 'watches' })],
    ['another address of it', say('clocks', { canonicalUrl: 'https://elsewhere.example/x' })],
    ['another day of it', say('clocks', { publishedAt: '2019-05-05T00:00:00.000Z' })],
    ['an essay that leaves its series', say('clocks', { series: '' })],
    ['the last tag going', say('leases', { tags: [] })],
    ['one more tag', say('plain', { tags: ['time', 'space'] })],
    ['another language', say('plain', { language: 'de' })],
    ['another excerpt', say('plain', { excerpt: 'Otherwise.' })],
    ['an essay that is not published any more', say('clocks', { status: 'draft' })],
    [
      'an essay that a link has waited for',
      ({ library }) =>
        void createEssay(library, { title: 'Queues', body: 'They fill.\n', status: 'published' }),
    ],
    [
      'an essay to the trash and back',
      ({ library, ids }) => {
        trashEssays(library, [ids.clocks]);
        restoreEssays(library, [ids.clocks]);
      },
    ],
    ['another author', set(() => ({ author: 'Ada' }))],
    ['another address of the target', set(() => ({ baseUrl: 'https://other.example' }))],
    ['no address of the target', set(() => ({ baseUrl: '' }))],
    ['another name of the target', set(({ name }) => ({ name: `${name} 2` }))],
    ['another heading', site({ heading: 'Notes', introduction: 'On time.' })],
    [
      'another key of a field',
      set(({ kind }) => (kind === 'hugo' ? { fields: { tags: '' } } : {})),
    ],
  ])('%s', async (_, meddle) => {
    const world = await everywhere();
    meddle(world);
    for (const target of world.targets) {
      expect(await untold(world.desk, target)).toEqual([]);
      await publishTo(world.desk, target);
      const files = await planTarget(world.desk, target, ({ plan }) => plan.files);
      expect(files.filter(({ state }) => state !== 'unchanged').map(({ path }) => path)).toEqual(
        [],
      );
      expect(await untold(world.desk, target)).toEqual([]);
    }
  });
});

test('a site that is published from a library has its images and its drawings', async () => {
  const { library, targets, desk } = await everywhere();
  const target = targets.find(({ kind }) => kind === 'site')!;
  const page = (path: string) => readFileSync(join(target.folder, path), 'utf8');
  const [image] = listImages(library);
  const address = `images/clock.${image?.hash.slice(0, 8)}.png`;
  expect(page('essays/leases.html')).toContain(`<img src="${address}" alt="A clock"`);
  expect(existsSync(join(target.folder, 'essays', address))).toBe(true);
  keepDrawing(library, diagram, drawn('#111111'));
  await publishTo(desk, target);
  expect(page('essays/clocks.html')).toContain('<div class="diagram-light"><svg');
  expect(page('feed.json')).toContain('diagram-light');
});
