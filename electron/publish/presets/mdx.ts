import { posix } from 'node:path';
import { mdxProse } from '../escapes/mdxProse.ts';
import { type Preset, stemOf } from './preset.ts';

/** MDX for Next: `export const metadata`, which needs no plugin, or YAML for loaders that read it; prose escaped from JSX. */
export const mdx: Preset = {
  kind: 'mdx',
  version: 2,
  styles: ['module', 'yaml'],
  keys: {
    title: 'title',
    excerpt: 'description',
    date: 'date',
    updatedAt: 'updated',
    draft: 'draft',
    tags: 'tags',
    series: 'series',
    seriesPlace: 'seriesOrder',
    canonicalUrl: 'canonical',
    coverImage: 'image',
    coverAlt: 'imageAlt',
    language: 'lang',
    author: 'author',
  },
  constants: () => ({}),
  values: { draft: ({ status }) => (status === 'published' ? undefined : true) },
  path: (stem) => `${stem}.mdx`,
  href: ({ path }, from) => {
    const way = posix.relative(posix.dirname(`/${stemOf(from)}`), `/${stemOf(path)}`);
    return way.startsWith('../') ? way : `./${way}`;
  },
  images: {
    // What a page asks for by an address is served from the folder `public`.
    file: (_, name) => `public/images/${name}`,
    href: (name) => `/images/${name}`,
  },
  home: {
    formats: ['yaml'],
    bears: (_, { fileName }) => /\.mdx$/i.test(fileName),
    draftKey: 'draft',
  },
  escape: mdxProse,
};
