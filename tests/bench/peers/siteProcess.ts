import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eleventy } from '@11ty/eleventy';
import footnote from 'markdown-it-footnote';
import { highlightCode } from '#markdown/plugins/highlightCode.ts';
import { liquidAsText } from '#publish/escapes/liquidAsText.ts';
import { carryOut } from '#publish/plan/carryOut.ts';
import { planPublish } from '#publish/plan/planPublish.ts';
import { openRenderers } from '#publish/rendering/renderers.ts';
import { readSiteParts } from '#publish/site/siteParts.ts';
import { siteEssays, siteShelf, siteTarget } from '../siteEssays.ts';

const frame = (title: string, main: string) =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<main>\n${main}\n</main>\n</body>\n</html>\n`;
const list =
  '{% for post in posts %}<article><h2><a href="{{ post.url }}">{{ post.data.title }}</a></h2><p>{{ post.data.excerpt }}</p></article>\n{% endfor %}';

const templates = {
  '_includes/page.njk': frame(
    '{{ title }}',
    '<article>\n<h1>{{ title }}</h1>\n<p>{{ date }}</p>\n{{ content | safe }}\n</article>',
  ),
  'index.njk': frame('Essays', list.replace('posts', 'collections.posts | reverse')),
  'tags.njk': `---\npagination:\n  data: collections\n  size: 1\n  alias: tag\npermalink: "tags/{{ tag | slugify }}/"\n---\n${frame('{{ tag }}', list.replace('posts', 'collections[tag]'))}`,
  'feed.njk':
    '---\npermalink: "feed.xml"\n---\n<?xml version="1.0" encoding="utf-8"?>\n<feed>{% for post in collections.posts | reverse %}{% if loop.index <= 10 %}<entry><title>{{ post.data.title }}</title><content type="html">{{ post.content }}</content></entry>{% endif %}{% endfor %}</feed>\n',
} as const;

const renderWorker = new URL('../../../electron/publish/rendering/worker.ts', import.meta.url);

// A process of its own for each side, so that neither warms the other's engine; it prints what the site took.
const [who, folder, count] = process.argv.slice(2) as ['longhand' | 'eleventy', string, string];
const essays = siteEssays(Number(count));
mkdirSync(folder, { recursive: true });
const before = process.memoryUsage().rss;
const milliseconds = who === 'longhand' ? await longhand() : await eleventy();
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ milliseconds, grown: peak - before }));

async function longhand(): Promise<number> {
  const parts = readSiteParts(fileURLToPath(new URL('../../../resources', import.meta.url)));
  const shelf = siteShelf(essays);
  const start = performance.now();
  const { render, close } = openRenderers(renderWorker, availableParallelism());
  const plan = await planPublish(siteTarget(folder), shelf, [], { parts, render });
  const report = await carryOut(plan);
  await close();
  if (report.essays.published !== essays.length) throw new Error('Essays were left out.');
  return performance.now() - start;
}

/** The same pages, as Eleventy makes them by default: one for each essay, an index, a page for each tag, and a feed. */
async function eleventy(): Promise<number> {
  const input = join(folder, 'in');
  mkdirSync(join(input, '_includes'), { recursive: true });
  for (const { slug, title, excerpt, tags, publishedAt, body } of essays) {
    const data = {
      layout: 'page.njk',
      title,
      date: publishedAt,
      tags: ['posts', ...tags],
      excerpt,
    };
    writeFileSync(
      join(input, `${slug}.md`),
      `---json\n${JSON.stringify(data)}\n---\n${liquidAsText(body)}`,
    );
  }
  for (const [path, text] of Object.entries(templates)) writeFileSync(join(input, path), text);
  const start = performance.now();
  const site = new Eleventy(input, join(folder, 'out'), {
    quietMode: true,
    // biome-ignore lint/suspicious/noExplicitAny: Eleventy gives its configuration no type.
    config: (config: any) => {
      // biome-ignore lint/suspicious/noExplicitAny: as above.
      config.amendLibrary('md', (md: any) => {
        md.set({
          linkify: true,
          highlight: (code: string, info: string) => highlightCode(code, info),
        });
        md.use(footnote);
      });
    },
  });
  await site.write();
  return performance.now() - start;
}
