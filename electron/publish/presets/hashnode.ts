import { StudioError } from '#contract/errors.ts';
import { webHref } from '../links/webHref.ts';
import { imagesOnWeb, type Preset } from './preset.ts';
import { coverAddress } from './usualValue.ts';

/** Hashnode's GitHub source: the blog's domain in every file, at most five tags as slugs in one text, `saveAsDraft`. */
export const hashnode: Preset = {
  kind: 'hashnode',
  version: 2,
  styles: ['yaml'],
  keys: {
    title: 'title',
    slug: 'slug',
    excerpt: 'seoDescription',
    tags: 'tags',
    coverImage: 'cover',
    canonicalUrl: 'canonical',
    series: 'seriesSlug',
    draft: 'saveAsDraft',
  },
  constants: ({ name, baseUrl }) => {
    const host = URL.parse(baseUrl)?.host;
    if (!host) {
      throw new StudioError(
        'invalid',
        `Hashnode needs the domain of the blog in every essay, and “${name}” has no address.`,
        'Give the target its address on the web, for example https://you.hashnode.dev.',
      );
    }
    return { domain: host };
  },
  values: {
    tags: ({ tags }) => asSlugs(tags).slice(0, mostHashnodeTags).join(', ') || undefined,
    series: ({ series }) => asSlugs([series])[0],
    draft: ({ status }) => (status === 'published' ? undefined : true),
    coverImage: (essay) =>
      /^https?:\/\//i.test(coverAddress(essay)) ? coverAddress(essay) : undefined,
  },
  path: (stem) => `${stem}.md`,
  href: ({ essay }, _, target) => webHref({ essay }, target),
  images: imagesOnWeb,
  home: {
    formats: ['yaml'],
    bears: (values) => 'domain' in values,
    draftKey: 'saveAsDraft',
  },
  escape: (body) => body,
};

function asSlugs(names: readonly string[]): string[] {
  const slugs = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  );
  return [...new Set(slugs.filter((slug) => slug !== ''))];
}

export const mostHashnodeTags = 5;
