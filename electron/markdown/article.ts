import type { Essay } from '#contract/essay.ts';
import { escapeAttribute, escapeText } from './html/escape.ts';
import {
  type FindImage,
  imageAt,
  safeAddress,
  sizeAttributes,
  sourceAttributes,
} from './images/pageImage.ts';
import { textDirection } from './textDirection.ts';
import type { Heading, RenderedEssay, Statistics } from './types.ts';

/** What an essay's header says. */
export type ArticleFields = Pick<
  Essay,
  | 'title'
  | 'language'
  | 'tags'
  | 'series'
  | 'seriesPlace'
  | 'publishedAt'
  | 'createdAt'
  | 'coverImage'
  | 'coverAlt'
>;

/** What follows an article's body. */
const articleClosing = '</article>\n';

/** The whole article: what the preview shows is what an export holds. */
export function renderArticle(
  fields: ArticleFields,
  page: Pick<RenderedEssay, 'html' | 'outline' | 'statistics'>,
  image?: FindImage,
): string {
  return articleOpening(fields, page.statistics, page.outline, image) + page.html + articleClosing;
}

/**
 * An article up to its body: cover where its bytes are at hand, title, date, reading time, place in a series, tags.
 * The title is left out where the body opens with it as a heading of the first level. Dates are as written, in no
 * other time zone, and worded the same by every engine: in words for English, else as ISO 8601. The direction is the
 * language's; a block of another one is turned by the page style (`dir="auto"` on the article would make a browser
 * read the whole of a large page again for every block that is put in).
 */
export function articleOpening(
  fields: ArticleFields,
  statistics: Statistics,
  outline: readonly Heading[] = [],
  image: FindImage = () => undefined,
): string {
  const language = languageTag.test(fields.language) ? fields.language : '';
  const isEnglish = /^en\b/i.test(language);
  const header = [
    cover(fields, image),
    titleHeading(fields.title.trim(), outline[0]),
    line('meta', metaParts(fields, statistics, isEnglish)),
    line('tags', fields.tags.map(isolated)),
  ];
  const lang = language ? ` lang="${language}"` : '';
  return `<article${lang} dir="${textDirection(language)}">\n<header>\n${header.join('')}</header>\n`;
}

const languageTag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

function cover({ coverImage, coverAlt }: ArticleFields, find: FindImage): string {
  const image = imageAt(coverImage, find);
  const address = image && safeAddress(image);
  if (!image || !address) return '';
  const attributes = [
    ...sourceAttributes(image, address),
    ['alt', coverAlt],
    ...sizeAttributes(image, []),
  ];
  return `<img${attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value!)}"`).join('')}>\n`;
}

function titleHeading(title: string, first: Heading | undefined): string {
  const isInBody = first?.opens === true && first.level === 1 && first.text === title;
  return title === '' || isInBody ? '' : `<h1>${escapeText(title)}</h1>\n`;
}

function metaParts(
  { publishedAt, createdAt, series, seriesPlace }: ArticleFields,
  { minutes }: Statistics,
  isEnglish: boolean,
): string[] {
  const parts: string[] = [];
  const date = timeElement(publishedAt ?? createdAt, isEnglish);
  if (date) parts.push(`<bdi>${date}</bdi>`);
  if (minutes > 0) parts.push(`<bdi>${minutes} min${isEnglish ? ' read' : ''}</bdi>`);
  if (series.trim()) parts.push(placeInSeries(series.trim(), seriesPlace, isEnglish));
  return parts;
}

/** The day of an ISO 8601 time as a `time` element, in words for English; '' for what is no time. */
export function timeElement(time: string, isEnglish: boolean): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(time);
  if (!date) return '';
  return `<time datetime="${date[0]}">${isEnglish ? englishDate(date) : date[0]}</time>`;
}

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

function englishDate([iso, year, month, day]: readonly string[]): string {
  const name = months[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : iso!;
}

function placeInSeries(series: string, place: number | null, isEnglish: boolean): string {
  const name = `<cite dir="auto">${escapeText(series)}</cite>`;
  if (place === null) return `<bdi>${name}</bdi>`;
  return isEnglish ? `<bdi>Part ${place} of ${name}</bdi>` : `<bdi>${name} ${place}</bdi>`;
}

/** Text of any direction that neither turns what is around it nor decides the article's own direction. */
function isolated(text: string): string {
  return `<bdi>${escapeText(text)}</bdi>`;
}

function line(name: string, parts: readonly string[]): string {
  return parts.length === 0 ? '' : `<p class="${name}">${parts.join(' · ')}</p>\n`;
}
