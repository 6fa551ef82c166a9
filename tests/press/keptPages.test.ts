import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newTarget } from '#contract/newTarget.ts';
import type { Target } from '#contract/publishing.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { addImages } from '#library/images/addImages.ts';
import { addTarget } from '#library/targets/saveTarget.ts';
import { checkEssays } from '#press/checkEssays.ts';
import type { PressDesk } from '#press/pressDesk.ts';
import { publishTo } from '#press/publishTo.ts';
import { renderAhead } from '#press/renderAhead.ts';
import { freshLibrary } from '../library/freshLibrary.ts';
import { png } from '../support/pictures.ts';

/** A desk whose threads cannot start: whoever needs more than a page or two rendered fails. */
const gone = new URL('./gone.ts', import.meta.url);
const worker = new URL('../../electron/publish/rendering/worker.ts', import.meta.url);

/** A library with many essays, and two sites for them. */
function world() {
  const { library, path, folder: home } = freshLibrary();
  addImages(library, [{ stem: 'clock', extension: 'png', width: 9, height: 8, bytes: png(9, 8) }]);
  for (let at = 0; at < 20; at++) {
    const body = `# Part ${at}\n\nSee [[Essay ${at + 1}]].\n\n![A clock](images/clock.png)\n\n[a](#nowhere)\n`;
    createEssay(library, { title: `Essay ${at}`, body, status: 'published', excerpt: 'x' });
  }
  const site = (name: string) => {
    const folder = join(home, name);
    mkdirSync(folder);
    return addTarget(library, {
      ...newTarget('site'),
      name,
      folder,
      weights: { anchors: 'advice', 'links between essays': 'off' },
    });
  };
  const deskWith = (renderWorker: URL): PressDesk => ({
    library,
    resources: 'resources',
    renderWorker,
  });
  return { library, path, sites: [site('one'), site('two')] as const, deskWith };
}

async function published(desk: PressDesk, target: Target): Promise<void> {
  const ended = await publishTo(desk, target);
  expect(ended).toMatchObject({ kind: 'published', report: { left: [] } });
}

const files = ({ folder }: Target) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );

describe('pages kept by one publish', () => {
  test('serve the next check and the next publish, which render nothing and give the same bytes', async () => {
    const { sites, deskWith } = world();
    const [one, two] = sites;
    const asked = deskWith(worker);
    await published(asked, one);
    const findings = await checkEssays(deskWith(gone), one);
    expect(findings).toHaveLength(20);
    await published(deskWith(gone), two);
    expect(files(two)).toEqual(files(one));
    expect(Object.keys(files(one)).length).toBeGreaterThan(25);
  });

  test('are let go without a difference', async () => {
    const { path, sites, deskWith } = world();
    const [one, two] = sites;
    const desk = deskWith(worker);
    await published(desk, one);
    const before = await checkEssays(deskWith(gone), one);
    rmSync(`${path}.pages`);
    await expect(checkEssays(deskWith(gone), one)).rejects.toThrow(/gone\.ts/);
    expect(await checkEssays(desk, one)).toEqual(before);
    writeFileSync(`${path}.pages`, 'no database');
    await published(desk, two);
    expect(files(two)).toEqual(files(one));
  });

  test('serve although an image comes that they do not show', async () => {
    const { library, sites, deskWith } = world();
    const [one] = sites;
    const before = await checkEssays(deskWith(worker), one);
    addImages(library, [
      { stem: 'queue', extension: 'png', width: 7, height: 7, bytes: png(7, 7) },
    ]);
    expect(await checkEssays(deskWith(gone), one)).toEqual(before);
  });
});

describe('rendered ahead', () => {
  test('pages are there for the first check and the first publish', async () => {
    const { sites, deskWith } = world();
    // Each page as it is checked, and but for the last as its link leads.
    expect(await renderAhead(deskWith(gone))).toBe(39);
    expect(await renderAhead(deskWith(gone))).toBe(0);
    for (const site of sites) await published(deskWith(gone), site);
  });

  test('what is published is not looked at again, and what was changed since is', async () => {
    const { library, path, sites, deskWith } = world();
    for (const site of sites) await published(deskWith(worker), site);
    rmSync(`${path}.pages`);
    expect(await renderAhead(deskWith(gone))).toBe(0);
    createEssay(library, { title: 'Essay 20', body: 'New.\n', status: 'published' });
    // Its own, and of the one whose link has waited for it: as it is checked, and with the link.
    expect(await renderAhead(deskWith(gone))).toBe(3);
    expect(await renderAhead(deskWith(gone))).toBe(0);
  });

  test('it stops between two pages when it is told to, and goes on from there', async () => {
    const { deskWith } = world();
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 20);
    const stopped = renderAhead({ ...deskWith(gone), signal: stopping.signal });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await renderAhead(deskWith(gone))).toBeLessThan(39);
  });
});
