import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import { pageSheet } from '#export/pageStyle.ts';
import { checkTemplate } from './template.ts';

/** What an HTML site is made of besides its essays. */
export interface SiteParts {
  /** The page every page is put into; see template.ts. */
  readonly template: string;
  /** Files that are copied as they are, by their path in the site. */
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/**
 * Reads the page style with its fonts, the site's own style, the favicon and the template from the resources folder, or
 * the template from the author's file. Throws `not-found` or `invalid` with a sentence about the author's file.
 */
export function readSiteParts(resourcesFolder: string, templateFile?: string): SiteParts {
  const page = join(resourcesFolder, 'page');
  const site = join(resourcesFolder, 'site');
  const fonts = readdirSync(join(page, 'fonts')).filter((name) => name.endsWith('.woff2'));
  const template = readTemplate(templateFile ?? join(site, 'page.html'));
  checkTemplate(template, basename(templateFile ?? 'page.html'));
  const files = [
    { path: 'style/site.css', file: join(site, 'site.css') },
    { path: 'favicon.svg', file: join(site, 'favicon.svg') },
    ...fonts.map((name) => ({ path: `style/fonts/${name}`, file: join(page, 'fonts', name) })),
  ];
  return {
    template,
    files: [
      { path: 'style/page.css', content: Buffer.from(pageSheet(resourcesFolder)) },
      ...files.map(({ path, file }) => ({ path, content: readFileSync(file) })),
    ],
  };
}

function readTemplate(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    throw new StudioError(
      'not-found',
      `The page template “${basename(file)}” could not be read.`,
      'Choose the file again, or publish with the template that comes with the studio.',
      { cause },
    );
  }
}
