import { openPage } from '../openPage.ts';

/** The sources of the images of a text, as written, each once, in the order of the page: Markdown's and those of raw HTML. */
export function imageSources(source: string): readonly string[] {
  if (!/!\[|<img/i.test(source)) return [];
  const asked = new Set<string>();
  const image = (written: string) => {
    asked.add(written);
    return undefined;
  };
  openPage(source, () => ({ kind: 'right', html: '' }), { image }).page();
  return [...asked];
}
