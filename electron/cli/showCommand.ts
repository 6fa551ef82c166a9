import type { Essay } from '#contract/essay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { command, UsageError } from './command.ts';
import { printable, printableLine } from './printable.ts';
import { withLibrary } from './withLibrary.ts';

export const showCommand = command({
  name: 'show',
  usage: 'SLUG',
  summary: 'print an essay with its details',
  about: `Prints what is said about the essay, one field a line, then an empty line and its Markdown.
For the exact file use export --format markdown --out -.`,
  options: {},
  async run(values, names, desk) {
    const [slug, ...others] = names;
    if (slug === undefined || others.length > 0)
      throw new UsageError('Name one essay by its slug.');
    const essay = await withLibrary(values.library, desk, { create: false }, (library) =>
      findEssay(library, slug),
    );
    return { text: `${details(essay)}\n${printable(essay.body)}\n`, json: essay, problems: [] };
  },
});

function details(essay: Essay): string {
  const series =
    essay.seriesPlace === null ? essay.series : `${essay.series}, ${essay.seriesPlace}`;
  const fields = {
    title: essay.title,
    slug: essay.slug,
    status: essay.status,
    excerpt: essay.excerpt,
    tags: essay.tags.join(', '),
    series: essay.series && series,
    language: essay.language,
    created: essay.createdAt,
    updated: essay.updatedAt,
    published: essay.publishedAt ?? '',
    trashed: essay.trashedAt ?? '',
    canonical: essay.canonicalUrl,
    cover: essay.coverImage,
    from: essay.origin?.fileName ?? '',
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${printableLine(value)}\n`)
    .join('');
}
