import matter from 'gray-matter';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { Essay } from '#contract/essay.ts';
import { targetKinds } from '#contract/publishing.ts';
import { published } from '../published.ts';

const full: Partial<Essay> = {
  slug: 'leases',
  title: 'Leases: a "short" history',
  excerpt: 'Two sentences.\nHere they are.',
  tags: ['Distributed systems', 'c++', 'postgres', 'ops', 'night shift', 'queues'],
  series: 'Night Shift',
  seriesPlace: 2,
  status: 'published',
  language: 'en-GB',
  createdAt: '2026-03-01T09:00:00Z',
  publishedAt: '2026-03-12T10:30:00+01:00',
  updatedAt: '2026-04-01T00:00:00.000Z',
  canonicalUrl: 'https://example.com/leases',
  coverImage: 'https://example.com/leases.png',
  coverAlt: 'A clock',
  body: 'Words.\n',
};
const author = 'Ada';
const one = async (...asked: Parameters<typeof published>) =>
  Object.entries(await published(...asked))[0]!;
const data = (text: string) => matter(text).data as Record<string, unknown>;

test('Hugo, in YAML: its own names at the top, the theme’s under params', async () => {
  const [path, text] = await one({ kind: 'hugo', author }, [full]);
  expect(path).toBe('leases.md');
  expect(text).toBe(`---
title: "Leases: a \\"short\\" history"
slug: leases
date: 2026-03-12T10:30:00+01:00
publishDate: 2026-03-12T10:30:00+01:00
lastmod: 2026-04-01T00:00:00.000Z
draft: false
description: Two sentences. Here they are.
tags: [Distributed systems, c++, postgres, ops, night shift, queues]
series: [Night Shift]
images: [https://example.com/leases.png]
params:
  series_order: 2
  canonical: https://example.com/leases
  cover_alt: A clock
  author: Ada
---

Words.
`);
});

test('Hugo, in TOML and JSON, says the same', async () => {
  const yaml = data((await one({ kind: 'hugo', author }, [full]))[1]);
  const [, toml] = await one({ kind: 'hugo', author, style: 'toml' }, [full]);
  const [, json] = await one({ kind: 'hugo', author, style: 'json' }, [full]);
  const plain = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (_, held) =>
        typeof held === 'string' && /^\d{4}-.*T/.test(held) ? Date.parse(held) : held,
      ),
    );
  expect(plain(parseToml(/^\+\+\+\n([\s\S]*?)\+\+\+\n\nWords\.\n$/.exec(toml)![1]!))).toEqual(
    plain(yaml),
  );
  expect(plain(JSON.parse(/^(\{[\s\S]*\})\n\nWords\.\n$/.exec(json)![1]!))).toEqual(plain(yaml));
});

test('Jekyll: a dated file in _posts, its own times, the cover with its text', async () => {
  const [path, text] = await one({ kind: 'jekyll', author }, [full]);
  expect(path).toBe('_posts/2026-03-12-leases.md');
  expect(text).toContain('\ndate: 2026-03-12 10:30:00 +0100\n');
  expect(text).not.toContain('published:');
  expect(data(text)).toMatchObject({
    layout: 'post',
    title: full.title,
    description: 'Two sentences. Here they are.',
    tags: full.tags,
    image: { path: 'https://example.com/leases.png', alt: 'A clock' },
    canonical_url: 'https://example.com/leases',
  });
  const [, draft] = await one({ kind: 'jekyll' }, [{ ...full, status: 'ready' }]);
  expect(data(draft)).toMatchObject({ published: false });
});

test('dev.to: four tags of letters and digits in one text, published, no empty field', async () => {
  const [path, text] = await one({ kind: 'devto' }, [full]);
  expect(path).toBe('leases.md');
  expect(data(text)).toEqual({
    title: full.title,
    published: true,
    published_at: new Date('2026-03-12T09:30:00Z'),
    description: 'Two sentences. Here they are.',
    tags: 'distributedsystems, c, postgres, ops',
    canonical_url: 'https://example.com/leases',
    cover_image: 'https://example.com/leases.png',
    series: 'Night Shift',
  });
});

test('Hashnode: the blog’s domain, five tags as slugs, a draft is said to be one', async () => {
  const target = { kind: 'hashnode', baseUrl: 'https://ada.hashnode.dev/' } as const;
  const [, text] = await one(target, [{ ...full, status: 'draft' }]);
  expect(data(text)).toEqual({
    domain: 'ada.hashnode.dev',
    title: full.title,
    slug: 'leases',
    seoDescription: 'Two sentences. Here they are.',
    tags: 'distributed-systems, c, postgres, ops, night-shift',
    cover: 'https://example.com/leases.png',
    canonical: 'https://example.com/leases',
    seriesSlug: 'night-shift',
    saveAsDraft: true,
  });
  await expect(published({ kind: 'hashnode' }, [full])).rejects.toMatchObject({
    code: 'invalid',
    message: 'Hashnode needs the domain of the blog in every essay, and “My blog” has no address.',
  });
});

test('Next: metadata as a module, or YAML for a loader that reads it', async () => {
  const [path, text] = await one({ kind: 'mdx' }, [full]);
  expect(path).toBe('leases.mdx');
  const written = /^export const metadata = (\{[\s\S]*?\n\});\n\nWords\.\n$/.exec(text)![1]!;
  expect(JSON.parse(written)).toMatchObject({ title: full.title, date: full.publishedAt });
  const [, yaml] = await one({ kind: 'mdx', style: 'yaml' }, [full]);
  expect(data(yaml)).toMatchObject({ title: full.title, seriesOrder: 2 });
});

describe('every kind', () => {
  test.each(targetKinds.filter((kind) => !['ghost', 'medium', 'site'].includes(kind)))(
    '%s says nothing that is not said',
    async (kind) => {
      const bare = { kind, baseUrl: 'https://example.com' };
      const [, text] = await one(bare, [
        { slug: 'bare', title: '', status: 'published', coverAlt: 'of nothing', language: '' },
      ]);
      const module = /^export const metadata = (\{[\s\S]*?\n\});/.exec(text)?.[1];
      const said = module ? JSON.parse(module) : data(text);
      expect(Object.values(said)).not.toContainEqual(expect.toBeOneOf(['', null, undefined]));
      expect(JSON.stringify(said)).not.toMatch(/\[\]|\{\}|of nothing/);
    },
  );
});

describe('the mapping of a target', () => {
  test('renames a field, leaves one out, leads into an object', async () => {
    const fields = { date: 'published', updatedAt: '', author: 'meta.by.name' };
    const [, text] = await one({ kind: 'astro', author, fields }, [full]);
    expect(data(text)).toMatchObject({ meta: { by: { name: 'Ada' } } });
    expect(data(text)).toHaveProperty('published');
    expect(data(text)).not.toHaveProperty('updatedDate');
  });

  test('has the same words in every essay', async () => {
    const constants = { layout: 'essay', categories: ['writing'] };
    const [, text] = await one({ kind: 'jekyll', constants }, [full]);
    expect(data(text)).toMatchObject(constants);
  });

  test.each([
    [{ fields: { date: 'title' } }, 'Two things would be written as “title”.'],
    [{ constants: { title: 'x' } }, 'Two things would be written as “title”.'],
    [{ fields: { tags: 'title.x' } }, '“title.x” and “title” cannot both be fields.'],
    [{ fields: { tags: 'a..b' } }, '“a..b” cannot be the name of a field.'],
  ])('%j is refused', async (said, message) => {
    await expect(published({ kind: 'astro', ...said }, [full])).rejects.toMatchObject({
      code: 'invalid',
      message,
    });
  });

  test('in a style that the kind does not read is refused', async () => {
    await expect(published({ kind: 'jekyll', style: 'toml' }, [full])).rejects.toMatchObject({
      message: '“My blog” cannot read front matter in TOML.',
      advice: 'It reads YAML.',
    });
  });
});
