import type { Essay } from '#contract/essay.ts';
import type { MissingImage } from '#contract/images.ts';
import { essayProblems } from '../renderEssay.ts';
import { isWebAddress, safeImage } from '../safeUrl.ts';
import type { Problem } from '../types.ts';
import { imageBook, type ListedImage } from './imageBook.ts';
import type { FindImage } from './pageImage.ts';

/**
 * The images that an essay asks for and that are none of these; images of the web are not asked for. `problems` are those
 * of its page with these images, where somebody has rendered it already.
 */
export function missingImages(
  essay: Pick<Essay, 'id' | 'title' | 'body' | 'coverImage' | 'origin'>,
  images: readonly ListedImage[],
  problems?: readonly Problem[],
): MissingImage[] {
  const { id, title, body, coverImage: cover, origin } = essay;
  const image = imageBook(images, origin?.images);
  const missing = (source: string, line: number | null) => ({ essay: id, title, source, line });
  const isCoverThere =
    cover.trim() === '' || isWebAddress(cover.trim()) || safeImage(cover) || image(cover);
  const inText = problems && !hasTags.test(body) ? written(problems) : missingIn(body, image);
  return [
    ...(isCoverThere ? [] : [missing(cover, null)]),
    ...inText.map(({ source, line }) => missing(source, line)),
  ];
}

const hasTags = /<img/i;

/** Markdown's images are told by the page; those of raw HTML are known by what was looked for in vain, and by their tags. */
function missingIn(body: string, image: FindImage) {
  if (!hasTags.test(body) && !body.includes('![')) return [];
  const inVain = new Set<string>();
  const problems = essayProblems(body, {
    image(source, isEmbedded) {
      const found = image(source, isEmbedded);
      if (!found) inVain.add(source);
      return found;
    },
  });
  const named = written(problems);
  for (const { source } of named) inVain.delete(source);
  const raw = [...inVain]
    .filter((source) => !isWebAddress(source.trim()) && !safeImage(source))
    .map((source) => ({ source, line: lineOfTag(body, source) }));
  return [...named, ...raw].sort((a, b) => a.line - b.line);
}

function written(problems: readonly Problem[]) {
  return problems
    .filter(({ kind }) => kind === 'image')
    .map(({ what, line }) => ({ source: what, line }));
}

/** The line of the first tag that asks for an image. */
function lineOfTag(body: string, source: string): number {
  const tags = body.matchAll(/<img\b[^>]*/gi);
  const at = [...tags].find(([tag]) => tag.includes(source))?.index ?? 0;
  return body.slice(0, at).split(/\r\n?|\n/).length - 1;
}
