import type { EssayId } from '#contract/essay.ts';
import type { ImageMention, LibraryImage } from '#contract/images.ts';
import type { EssayFacts, Shelf } from '#contract/publishing.ts';
import { drawingsOf } from '#export/packed.ts';
import type { RenderedImages } from '../rendering/render.ts';

/** The images of a shelf, as pieces ask for them. */
export interface ShelfImages {
  /** What an essay may show, with what it calls it. */
  readonly of: (id: EssayId) => readonly (ImageMention & { readonly image: LibraryImage })[];
  /** The same, for rendering its source. */
  readonly rendered: (essay: Pick<EssayFacts, 'id' | 'origin'>, source: string) => RenderedImages;
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
      drawings: images ? drawingsOf(source, images) : {},
    }),
    shown: [...new Set(essays.flatMap(({ id }) => of(id).map(({ image }) => image)))],
    read: ({ hash }) => {
      if (!images) throw new TypeError('A shelf without images was asked for one.');
      return images.read(hash);
    },
  };
}
