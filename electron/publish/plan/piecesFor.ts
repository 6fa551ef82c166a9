import { StudioError } from '#contract/errors.ts';
import type { Receipt, Shelf, Target } from '#contract/publishing.ts';
import { webAddress } from '#export/webAddress.ts';
import { ghostPieces } from '../ghost/ghostPieces.ts';
import { mediumPieces } from '../medium/mediumPieces.ts';
import { markdownPieces } from '../presets/markdownPieces.ts';
import { presets } from '../presets/presets.ts';
import { type Render, renderHere } from '../rendering/render.ts';
import type { SiteParts } from '../site/siteParts.ts';
import { sitePieces } from '../site/sitePieces.ts';
import type { Piece } from './piece.ts';

/** What publishing works with besides essays. */
export interface PublishTools {
  /** What an HTML site is made of; see readSiteParts. Other kinds need none. */
  readonly parts?: SiteParts;
  /** Where essays are rendered; here, one after another, by default. See openRenderers. */
  readonly render?: Render;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly notes: readonly string[];
}

/** Every file that is to be at a target. Throws `invalid` where the target's settings cannot be used. */
export function piecesFor(
  target: Target,
  shelf: Shelf,
  receipts: readonly Receipt[],
  { parts, render = renderHere }: PublishTools,
): Pieces {
  refuseBadAddress(target);
  switch (target.kind) {
    case 'site':
      if (!parts) throw new TypeError('An HTML site needs its parts.');
      return sitePieces(target, shelf, receipts, parts, render);
    case 'ghost':
      return ghostPieces(target, shelf, render);
    case 'medium':
      return mediumPieces(target, shelf, receipts);
    default:
      return markdownPieces(presets[target.kind], target, shelf, receipts);
  }
}

/** Whether readers of a kind get pages as `render` makes them; others are given Markdown, or a page of their own kind. */
export function isRendered({ kind }: Target): boolean {
  return kind === 'site' || kind === 'ghost';
}

function refuseBadAddress({ baseUrl, name }: Target): void {
  if (baseUrl === '') return;
  const url = URL.parse(webAddress(baseUrl));
  if (url && url.search === '' && url.hash === '' && url.username === '') return;
  throw new StudioError(
    'invalid',
    `The address of “${name}”, “${baseUrl}”, is not one of a web site.`,
    'It begins with https:// and names the site, for example https://example.com/blog.',
  );
}
