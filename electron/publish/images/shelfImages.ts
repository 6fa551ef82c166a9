import type { Drawing } from '#contract/drawings.ts';
import type { EssayId } from '#contract/essay.ts';
import type { ImageMention, LibraryImage } from '#contract/images.ts';
import type { EssayFacts, Receipt, Shelf } from '#contract/publishing.ts';
import { diagramSources } from '#markdown/diagrams/diagramSources.ts';
import { fingerprint } from '../plan/fingerprint.ts';
import type { RenderedImages } from '../rendering/render.ts';

/** The images of a shelf, as pieces ask for them. */
export interface ShelfImages {
  /** What an essay may show, with what it calls it. */
  readonly of: (id: EssayId) => readonly (ImageMention & { readonly image: LibraryImage })[];
  /** The same, for rendering its source. */
  readonly rendered: (essay: Pick<EssayFacts, 'id' | 'origin'>, source: string) => RenderedImages;
  /** What a diagram is drawn as now, as receipts remember it; see `diagramsIn`. */
  readonly redraw: (source: string) => string;
  /** All that any of these essays may show, each once. */
  readonly shown: readonly LibraryImage[];
  readonly read: (image: LibraryImage) => Uint8Array;
}

export function shelfImages({ essays, images }: Shelf): ShelfImages {
  const byHash = new Map(images?.images.map((image) => [image.hash, image]));
  const of = (id: EssayId) =>
    (images?.of(id) ?? []).flatMap((mention) => {
      const image = byHash.get(mention.hash);
      return image ? [{ ...mention, image }] : [];
    });
  return {
    of,
    rendered: ({ id, origin }, source) => ({
      listed: of(id).map(({ image }) => image),
      addresses: origin?.images ?? {},
      drawings: Object.fromEntries(
        diagramSources(source).map((diagram) => [diagram, images?.drawing(diagram) ?? null]),
      ),
    }),
    redraw: (source) => drawnAs(images?.drawing(source) ?? null),
    shown: [...new Set(essays.flatMap(({ id }) => of(id).map(({ image }) => image)))],
    read: ({ hash }) => {
      if (!images) throw new TypeError('A shelf without images was asked for one.');
      return images.read(hash);
    },
  };
}

/** The diagrams of what was rendered, for a receipt. */
export function diagramsIn({ drawings }: RenderedImages): Pick<Receipt, 'diagrams'> {
  const diagrams = Object.entries(drawings).map(([source, drawing]) => [source, drawnAs(drawing)]);
  return diagrams.length === 0 ? {} : { diagrams: Object.fromEntries(diagrams) };
}

function drawnAs(drawing: Drawing | null): string {
  return drawing ? fingerprint(drawing) : '';
}
