import { openPage } from '../openPage.ts';

/** What a text calls an image, as written. */
export interface ImageSource {
  readonly source: string;
  /** In double brackets, which find it by its name alone as well. */
  readonly isEmbedded: boolean;
}

/** The images that a text asks for, each once, in the order of the page: Markdown's and those of raw HTML. */
export function imageSources(source: string): readonly ImageSource[] {
  if (!/!\[|<img/i.test(source)) return [];
  const asked = new Map<string, boolean>();
  const image = (written: string, isEmbedded = false) => {
    asked.set(written, isEmbedded || asked.get(written) === true);
    return undefined;
  };
  openPage(source, () => ({ kind: 'right', html: '' }), { image }).page();
  return [...asked].map(([written, isEmbedded]) => ({ source: written, isEmbedded }));
}
