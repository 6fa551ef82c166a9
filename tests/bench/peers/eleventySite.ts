import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import footnote from 'markdown-it-footnote';
import type { Essay } from '#contract/essay.ts';
import { highlightCode } from '#markdown/plugins/highlightCode.ts';

/** The source of a site for Eleventy, and where it goes. */
interface EleventySource {
  readonly input: string;
  readonly output: string;
}

/**
 * Writes the essays and the templates that make of them what our site has; see `publishing`. Essays are not read as
 * templates first, which is quicker and leaves braces in code alone.
 */
export function writeEleventySource(folder: string, essays: readonly Essay[]): EleventySource {
  const input = join(folder, 'in');
  mkdirSync(join(input, '_includes'), { recursive: true });
  for (const { slug, title, excerpt, tags, series, publishedAt, body } of essays) {
    const own = series ? [series.toLowerCase().replaceAll(' ', '-')] : [];
    const data = {
      layout: 'page.njk',
      templateEngineOverride: 'md',
      title,
      date: publishedAt,
      tags: ['posts', ...tags, ...own],
      series: own[0],
      excerpt,
    };
    writeFileSync(join(input, `${slug}.md`), `---json\n${JSON.stringify(data)}\n---\n${body}`);
  }
  for (const [path, text] of Object.entries(templates)) writeFileSync(join(input, path), text);
  return { input, output: join(folder, 'out') };
}

/** Eleventy, ready to write that site. */
export function eleventySite({ input, output }: EleventySource, resources: string): Eleventy {
  return new Eleventy(input, output, {
    quietMode: true,
    config: (config) => {
      config.amendLibrary('md', (md) => {
        md.set({ linkify: true, highlight: highlightCode });
        md.use(footnote);
        md.core.ruler.push('heading_ids', headingIds);
      });
      const days = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
      config.addFilter('day', (date: Date) => days.format(date));
      config.addFilter('minutes', (html: string) =>
        Math.ceil(html.replace(/<[^<>]*>/g, ' ').split(/\s+/).length / 230),
      );
      const from = relative(process.cwd(), resources);
      config.addPassthroughCopy({
        [`${from}/page`]: 'style',
        [`${from}/site/site.css`]: 'style/site.css',
        [`${from}/site/favicon.svg`]: 'favicon.svg',
      });
    },
  });
}

/** Anchors for headings, as markdown-it-anchor gives them. */
function headingIds({ tokens }: StateOfTokens): void {
  const taken = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = tokens[at + 1]?.content ?? '';
    const slug = encodeURIComponent(text.trim().toLowerCase().replace(/\s+/g, '-'));
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    token.attrSet('id', count === 0 ? slug : `${slug}-${count}`);
  }
}

interface StateOfTokens {
  readonly tokens: readonly {
    readonly type: string;
    readonly content: string;
    readonly attrSet: (name: string, value: string) => void;
  }[];
}

const address = 'https://example.com';

const frame = (title: string, head: string, main: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
<link rel="canonical" href="${address}{{ page.url }}">
<meta property="og:title" content="${title}">
<link rel="stylesheet" href="/style/page.css">
<link rel="stylesheet" href="/style/site.css">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="Essays" href="${address}/atom.xml">
<link rel="alternate" type="application/rss+xml" title="Essays" href="${address}/rss.xml">
<link rel="alternate" type="application/feed+json" title="Essays" href="${address}/feed.json">
</head>
<body>
<header><a href="/">Essays</a> <nav><a href="/tags/">Tags</a> <a href="/atom.xml">Feed</a></nav></header>
<main>
${main}
</main>
<footer><p>Ada</p></footer>
</body>
</html>
`;

const tagLinks = (tags: string) =>
  `{% for tag in ${tags} %}{% if tag != 'posts' %} · <a href="/tags/{{ tag | slugify }}/">{{ tag }}</a>{% endif %}{% endfor %}`;

const list = (posts: string) =>
  `{% for post in ${posts} %}<article><h2><a href="{{ post.url }}">{{ post.data.title }}</a></h2>
<p><time datetime="{{ post.data.date }}">{{ post.date | day }}</time>${tagLinks('post.data.tags')}</p>
<p>{{ post.data.excerpt }}</p></article>
{% endfor %}`;

const essay = `<article>
<h1>{{ title }}</h1>
<p><time datetime="{{ date }}">{{ page.date | day }}</time> · {{ content | minutes }} min read${tagLinks('tags')}</p>
{{ content | safe }}
</article>
{% if series %}{% set before = collections[series] | getPreviousCollectionItem(page) %}{% set after = collections[series] | getNextCollectionItem(page) %}
<nav><a href="/tags/{{ series }}/">{{ series }}</a>{% if before %} <a rel="prev" href="{{ before.url }}">{{ before.data.title }}</a>{% endif %}{% if after %} <a rel="next" href="{{ after.url }}">{{ after.data.title }}</a>{% endif %}</nav>{% endif %}`;

const essayHead = `<meta name="description" content="{{ excerpt }}">
<meta name="author" content="Ada">
<meta property="og:type" content="article">
<meta property="og:description" content="{{ excerpt }}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"BlogPosting","headline":{{ title | dump | safe }},"description":{{ excerpt | dump | safe }},"datePublished":"{{ date }}","author":{"@type":"Person","name":"Ada"}}</script>`;

const newest = (entry: string) =>
  `{% for post in collections.posts | reverse %}{% if loop.index <= 10 %}${entry}{% endif %}{% endfor %}`;

const templates = {
  '_includes/page.njk': frame('{{ title }}', essayHead, essay),
  'index.njk': frame('Essays', '', list('collections.posts | reverse')),
  'tag.njk': `---
pagination:
  data: collections
  size: 1
  alias: tag
  filter: [all, posts]
permalink: "tags/{{ tag | slugify }}/"
---
${frame('{{ tag }}', '', list('collections[tag] | reverse'))}`,
  'tags.njk': `---
permalink: "tags/"
---
${frame('Tags', '', "<ul>{% for tag, posts in collections %}{% if tag != 'all' and tag != 'posts' %}<li><a href=\"/tags/{{ tag | slugify }}/\">{{ tag }}</a> {{ posts.length }}</li>{% endif %}{% endfor %}</ul>")}`,
  '404.njk': `---
permalink: "404.html"
---
${frame('Not found', '', '<h1>Nothing is here</h1>')}`,
  'robots.njk': `---
permalink: "robots.txt"
---
User-agent: *
Allow: /
Sitemap: ${address}/sitemap.xml
`,
  'sitemap.njk': `---
permalink: "sitemap.xml"
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for post in collections.all %}<url><loc>${address}{{ post.url }}</loc></url>{% endfor %}</urlset>
`,
  'atom.njk': `---
permalink: "atom.xml"
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Essays</title>${newest(`<entry><id>${address}{{ post.url }}</id><title>{{ post.data.title }}</title><updated>{{ post.data.date }}</updated><summary>{{ post.data.excerpt }}</summary><content type="html">{{ post.content }}</content></entry>`)}</feed>
`,
  'rss.njk': `---
permalink: "rss.xml"
---
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Essays</title>${newest(`<item><title>{{ post.data.title }}</title><link>${address}{{ post.url }}</link><description>{{ post.content }}</description></item>`)}</channel></rss>
`,
  'feed.njk': `---
permalink: "feed.json"
---
{"version":"https://jsonfeed.org/version/1.1","title":"Essays","items":[${newest(`{"url":"${address}{{ post.url }}","title":{{ post.data.title | dump | safe }},"content_html":{{ post.content | dump | safe }}}{% if not loop.last and loop.index < 10 %},{% endif %}`)}]}
`,
} as const;
