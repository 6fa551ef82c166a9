import type { Essay } from '#contract/essay.ts';
import type { MissingImage } from '#contract/images.ts';
import { renderEssay } from '../renderEssay.ts';
import { isWebAddress, safeImage } from '../safeUrl.ts';
import { imageBook, type ListedImage } from './imageBook.ts';

/** The images that an essay asks for and that are none of these; images of the web are not asked for. */
export function missingImages(
  essay: Pick<Essay, 'id' | 'title' | 'body' | 'coverImage' | 'origin'>,
  images: readonly ListedImage[],
): MissingImage[] {
  const { id, title, body, coverImage: cover, origin } = essay;
  const image = imageBook(images, origin?.images);
  const missing = (source: string, line: number | null) => ({ essay: id, title, source, line });
  const isCoverThere =
    cover.trim() === '' || isWebAddress(cover.trim()) || safeImage(cover) || image(cover);
  const inText = /!\[/.test(body) ? renderEssay(body, { image }).problems : [];
  return [
    ...(isCoverThere ? [] : [missing(cover, null)]),
    ...inText.filter(({ kind }) => kind === 'image').map(({ what, line }) => missing(what, line)),
  ];
}
