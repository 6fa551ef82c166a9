import type { EssayFacts, Reading } from '#contract/publishing.ts';
import { timeElement } from '#markdown/article.ts';
import { escapeAttribute, escapeText } from '#markdown/html/escape.ts';
import { textDirection } from '#markdown/textDirection.ts';
import type { Readings } from '../plan/piece.ts';
import { oneLine, shownDate } from '../presets/usualValue.ts';
import { framePage, headingOf } from './frame.ts';
import { type Group, linkTo, type Site } from './site.ts';

/** The index: the heading, what the author writes about, and every essay, newest first. */
export async function indexPage(site: Site, readings: Readings): Promise<string> {
  const introduction = site.target.site.introduction.trim();
  return framePage(site, {
    path: 'index.html',
    language: '',
    head: headOf(site, headingOf(site), introduction, 'index.html'),
    main: [
      '<div class="listing">',
      `<header>\n<h1>${escapeText(headingOf(site))}</h1>`,
      ...(introduction ? [`<p class="introduction">${escapeText(introduction)}</p>`] : []),
      '</header>',
      await entries(site, 'index.html', site.essays, readings),
      '</div>\n',
    ].join('\n'),
  });
}

/** The page of a tag, or of a series with its parts in order. */
export async function groupPage(
  site: Site,
  { name, path, essays }: Group,
  kind: 'Tag' | 'Series',
  readings: Readings,
): Promise<string> {
  return framePage(site, {
    path,
    language: '',
    head: headOf(site, `${name} – ${headingOf(site)}`, '', path),
    main: [
      '<div class="listing">',
      `<header>\n<p class="kind">${kind}</p>\n<h1>${escapeText(name)}</h1>\n</header>`,
      await entries(site, path, essays, readings),
      '</div>\n',
    ].join('\n'),
  });
}

/** Every tag with how many essays have it. */
export function tagsPage(site: Site): string {
  const path = 'tags/index.html';
  const items = [...site.tags.values()]
    .sort(byName)
    .map(
      (tag) =>
        `<li><a href="${linkTo(path, tag.path)}">${escapeText(tag.name)}</a> <span>${tag.essays.length}</span></li>`,
    );
  return framePage(site, {
    path,
    language: '',
    head: headOf(site, `Tags – ${headingOf(site)}`, '', path),
    main: `<div class="listing">\n<header>\n<h1>Tags</h1>\n</header>\n<ul class="all-tags">\n${items.join('\n')}\n</ul>\n</div>\n`,
  });
}

/** As in an index: capitals make no difference. */
function byName(a: Group, b: Group): number {
  const [first, second] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (first === second) return a.name < b.name ? -1 : 1;
  return first < second ? -1 : 1;
}

/** The title and description of a page that is no essay. */
export function headOf(site: Site, title: string, description: string, path: string): string[] {
  const url = site.url(path);
  return [
    `<title>${escapeText(title)}</title>`,
    ...(description ? [`<meta name="description" content="${escapeAttribute(description)}">`] : []),
    ...(url ? [`<link rel="canonical" href="${url}">`] : []),
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeAttribute(title)}">`,
  ];
}

async function entries(
  site: Site,
  path: string,
  essays: readonly EssayFacts[],
  readings: Readings,
): Promise<string> {
  const items: string[] = [];
  for (const essay of essays) items.push(entry(site, path, essay, await readings.of(essay.id)));
  return items.length > 0 ? items.join('\n') : '<p>No essays yet.</p>';
}

function entry(site: Site, path: string, essay: EssayFacts, reading: Reading): string {
  const href = linkTo(path, site.pathOf.get(essay.id)!);
  const title = escapeText(essay.title.trim() || 'Untitled');
  const isEnglish = /^en\b/i.test(essay.language);
  const language = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(essay.language) ? essay.language : '';
  const lang = language && !isEnglish ? ` lang="${language}" dir="${textDirection(language)}"` : '';
  const about = [
    timeElement(shownDate(essay), isEnglish),
    reading.minutes > 0 ? `${reading.minutes} min${isEnglish ? ' read' : ''}` : '',
    ...essay.tags.map((tag) => {
      const group = site.tags.get(tag);
      const name = escapeText(tag);
      return group ? `<a href="${linkTo(path, group.path)}">${name}</a>` : name;
    }),
  ].filter((part) => part !== '');
  const words = oneLine(essay.excerpt) || reading.opening;
  return [
    `<article class="entry"${lang}>`,
    `<h2><a href="${href}">${title}</a></h2>`,
    `<p class="meta">${about.map((part) => `<bdi>${part}</bdi>`).join('&nbsp;· ')}</p>`,
    ...(words ? [`<p>${escapeText(words)}</p>`] : []),
    '</article>',
  ].join('\n');
}
