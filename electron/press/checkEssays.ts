import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { EssayFindings, Shelf, Target } from '#contract/publishing.ts';
import { listFacts } from '#library/essays/listFacts.ts';
import { readPrivateNames } from '#library/targets/privateNames.ts';
import { shelfImages } from '#publish/images/shelfImages.ts';
import { linkBook } from '#publish/links/linkBook.ts';
import { preflight } from '#publish/preflight/preflight.ts';
import { ahead } from './ahead.ts';
import type { PressDesk } from './pressDesk.ts';
import { shelfOf } from './shelfOf.ts';
import { type Rendering, withRendering } from './withRendering.ts';

/**
 * What there is to look at before these essays go out to a target, or all that go there; essays without a finding are
 * left out. An essay that does not go there is checked as if it did. Throws `cancelled`.
 */
export function checkEssays(
  desk: PressDesk,
  target: Target,
  ids: readonly EssayId[] | null = null,
): Promise<EssayFindings[]> {
  return withRendering(desk, (rendering) => {
    const { shelf } = shelfOf(desk.library, target);
    return checkShelf(desk, target, shelf, ids ?? shelf.essays.map(({ id }) => id), rendering);
  });
}

/** The same with a shelf that is there already, and with what renders what goes out afterwards. */
export async function checkShelf(
  { library, signal, onProgress }: PressDesk,
  target: Target,
  shelf: Shelf,
  ids: readonly EssayId[],
  { render, expect }: Rendering,
): Promise<EssayFindings[]> {
  if (ids.length === 0) return [];
  expect(ids.length);
  const everything = listFacts(library).essays;
  const known = { published: linkBook(shelf.essays), all: linkBook(everything) };
  const names = readPrivateNames(library);
  const onShelf = new Set(shelf.essays.map(({ id }) => id));
  const there = withImages(shelf);
  let all: ReturnType<typeof withImages> | null = null;
  const elsewhere = () => {
    all ??= withImages(shelfOf(library, { chosen: null }).shelf);
    return all;
  };
  const pages = ahead(ids, underWay, async (id) => {
    const { read, images } = onShelf.has(id) ? there : elsewhere();
    const essay = await read(id);
    const shown = images.rendered(essay, essay.body);
    return { essay, images: shown.listed, page: await render(essay.body, shown) };
  });
  const found: EssayFindings[] = [];
  let done = 0;
  for await (const { essay, page, images } of pages) {
    if (signal?.aborted) throw stopped();
    onProgress?.({ stage: 'checking', done, total: ids.length });
    const findings = preflight(essay, target, { known, names, page, images });
    const { id, title, slug } = essay;
    if (findings.length > 0) found.push({ id, title, slug, findings });
    done++;
    // Whoever wants to stop it is heard between two essays.
    await setImmediate();
  }
  return found;
}

/** Essays that are rendered while another is looked at. */
const underWay = Math.max(8, 2 * availableParallelism());

function withImages(shelf: Shelf) {
  return { read: shelf.read, images: shelfImages(shelf) };
}

function stopped(): StudioError {
  return new StudioError('cancelled', 'Publishing was stopped before anything was written.');
}
