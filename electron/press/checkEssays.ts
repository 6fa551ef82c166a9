import { setImmediate } from 'node:timers/promises';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import type { EssayFindings, Shelf, Target } from '#contract/publishing.ts';
import { listFacts } from '#library/essays/listFacts.ts';
import { imageShelf } from '#library/images/readImages.ts';
import { readPrivateNames } from '#library/targets/privateNames.ts';
import { linkBook } from '#publish/links/linkBook.ts';
import { preflight } from '#publish/preflight/preflight.ts';
import type { PressDesk } from './pressDesk.ts';
import { shelfOf } from './shelfOf.ts';

/**
 * What there is to look at before these essays go out to a target, or all that go there; essays without a finding are
 * left out. An essay that does not go there is checked as if it did. Throws `cancelled`.
 */
export async function checkEssays(
  desk: PressDesk,
  target: Target,
  ids: readonly EssayId[] | null = null,
): Promise<EssayFindings[]> {
  const { shelf } = shelfOf(desk.library, target);
  return checkShelf(desk, target, shelf, ids ?? shelf.essays.map(({ id }) => id));
}

/** The same with a shelf that is there already. */
export async function checkShelf(
  { library, signal, onProgress }: PressDesk,
  target: Target,
  shelf: Shelf,
  ids: readonly EssayId[],
): Promise<EssayFindings[]> {
  if (ids.length === 0) return [];
  const everything = listFacts(library).essays;
  const known = { published: linkBook(shelf.essays), all: linkBook(everything) };
  const names = readPrivateNames(library);
  const pictures = imageShelf(library);
  const onShelf = new Set(shelf.essays.map(({ id }) => id));
  let all: Shelf | null = null;
  const elsewhere = () => {
    all ??= shelfOf(library, { chosen: null }).shelf;
    return all;
  };
  const found: EssayFindings[] = [];
  for (const [done, id] of ids.entries()) {
    if (signal?.aborted) throw stopped();
    onProgress?.({ stage: 'checking', done, total: ids.length });
    const essay = await (onShelf.has(id) ? shelf : elsewhere()).read(id);
    const findings = preflight(essay, target, { known, names, pictures });
    const { title, slug } = essay;
    if (findings.length > 0) found.push({ id, title, slug, findings });
    // Whoever wants to stop it is heard between two essays.
    await setImmediate();
  }
  return found;
}

function stopped(): StudioError {
  return new StudioError('cancelled', 'Publishing was stopped before anything was written.');
}
