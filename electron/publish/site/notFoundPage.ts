import { framePage, headingOf, sheets } from './frame.ts';
import { headOf } from './listPages.ts';
import type { Site } from './site.ts';
import type { SiteParts } from './siteParts.ts';

/** What a page holds that asks for no file of the site. */
export interface HeldParts {
  /** The style sheets as one, their fonts still in files. */
  readonly style: string;
  /** The icon as a data address. */
  readonly icon: string;
}

export function heldParts({ files }: SiteParts): HeldParts {
  const bytesOf = (wanted: string) =>
    files.filter(({ path }) => path === wanted).map(({ content }) => Buffer.from(content));
  const icon = Buffer.concat(bytesOf('favicon.svg')).toString('base64');
  return {
    style: Buffer.concat(sheets.flatMap(bytesOf)).toString('utf8'),
    icon: `data:image/svg+xml;base64,${icon}`,
  };
}

/**
 * A server shows it at any address, where a relative one would lead anywhere: so its style and its icon stand in it, and
 * its links are full where the site's own address is known. Its fonts are looked for beside it first, as on a disk.
 */
export function notFoundPage(site: Site, { style, icon }: HeldParts): string {
  const base = URL.parse(site.target.baseUrl)?.pathname.replace(/\/+$/, '') ?? '';
  const link = (path: string) => site.url(path) || `/${path}`;
  return framePage(site, {
    path: '404.html',
    language: '',
    head: headOf(site, `Not found – ${headingOf(site)}`, '', '').filter(
      (tag) => !tag.includes('og:') && !tag.includes('canonical'),
    ),
    main: `<div class="listing">\n<header>\n<h1>Nothing is here</h1>\n<p class="introduction">The page may have moved. <a href="${link('index.html')}">All essays</a> are on the first page.</p>\n</header>\n</div>\n`,
    link,
    own: { style: withFontsAnywhere(style, base), icon },
  });
}

function withFontsAnywhere(style: string, base: string): string {
  return style.replace(
    /url\("(fonts\/[^"]+)"\)( format\("\w+"\))/g,
    (_, font: string, format: string) =>
      ['', `${base}/`].map((folder) => `url("${folder}style/${font}")${format}`).join(', '),
  );
}
