import type { Drawing } from '#contract/drawings.ts';
import type { Essay } from '#contract/essay.ts';
import type { ImageShelf } from '#contract/images.ts';
import { diagramSources } from '#markdown/diagrams/diagramSources.ts';
import { essayImages, type PackedImage } from './images/essayImages.ts';

/** An essay with the images that go out with it. */
export interface PackedEssay {
  readonly essay: Essay;
  readonly images: readonly PackedImage[];
  /** What its diagrams were drawn as, by their sources. */
  readonly drawings: Drawings;
}

export type Drawings = Readonly<Record<string, Drawing>>;

/** Essays with their images, packed one at a time as they are asked for. One whose image cannot be read is told and left out. */
export function* packed(
  essays: Iterable<Essay>,
  shelf: ImageShelf,
  leaveOut: (essay: Essay, thrown: unknown) => void,
): Generator<PackedEssay> {
  for (const essay of essays) {
    let images: readonly PackedImage[];
    try {
      images = essayImages(essay, shelf);
    } catch (thrown) {
      leaveOut(essay, thrown);
      continue;
    }
    yield { essay, images, drawings: drawingsOf(essay.body, shelf) };
  }
}

/** What the diagrams of a text were drawn as, by their sources. */
export function drawingsOf(body: string, { drawing }: Pick<ImageShelf, 'drawing'>): Drawings {
  return Object.fromEntries(
    diagramSources(body).flatMap((source) => {
      const drawn = drawing(source);
      return drawn ? [[source, drawn]] : [];
    }),
  );
}
