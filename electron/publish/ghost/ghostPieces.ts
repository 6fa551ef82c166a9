import type { EssayFacts, Shelf, Target } from '#contract/publishing.ts';
import { addressOf, imageBook } from '#markdown/images/imageBook.ts';
import { rendererVersion } from '#markdown/rendererVersion.ts';
import { pageImagePieces } from '../images/imagePieces.ts';
import { diagramsIn, shelfImages } from '../images/shelfImages.ts';
import { linkBook } from '../links/linkBook.ts';
import { linkNow, rewriteLinks } from '../links/rewriteLinks.ts';
import { fingerprint } from '../plan/fingerprint.ts';
import type { Piece } from '../plan/piece.ts';
import type { Pieces } from '../plan/piecesFor.ts';
import { coverAddress, oneLine } from '../presets/usualValue.ts';
import type { Render } from '../rendering/render.ts';
import { stateOf } from '../stateOf.ts';

/**
 * One file that Ghost imports, with every essay in it: Ghost takes one at a time. Each body is in an HTML card, which
 * Ghost keeps as it is. This is the one target whose file grows with the library.
 */
export function ghostPieces(target: Target, shelf: Shelf, render: Render): Pieces {
  const { essays, read } = shelf;
  const images = shelfImages(shelf);
  const book = linkBook(essays);
  // Ghost puts its own address here.
  const href = ({ slug }: EssayFacts) => `__GHOST_URL__/${encodeURIComponent(slug)}/`;
  const relink = (asked: string) => linkNow(asked, book, href);
  const inOrder = [...essays].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const piece: Piece = {
    path: 'ghost-import.json',
    title: 'Essays for Ghost',
    essay: null,
    essays: inOrder.map(stateOf),
    preset: `ghost/${version}`,
    renderer: rendererVersion,
    inputs: fingerprint([target.author, images.shown.map(addressOf)]),
    relink,
    redraw: images.redraw,
    make: async () => {
      const links: Record<string, string> = {};
      const diagrams: Record<string, string> = {};
      const posts: object[] = [];
      for (const [at, { id }] of inOrder.entries()) {
        const essay = await read(id);
        const linked = rewriteLinks(essay.body, book, href);
        Object.assign(links, linked.links);
        const shown = images.rendered(essay, linked.source);
        Object.assign(diagrams, diagramsIn(shown).diagrams);
        const { html } = await render(linked.source, shown);
        const cover = imageBook(shown.listed, shown.addresses)(essay.coverImage);
        const known = cover ? { ...essay, coverImage: ghostImages + cover.address } : essay;
        posts.push(postOf(known, at + 1, withGhostImages(html)));
      }
      const content = `${JSON.stringify(importFile(inOrder, posts), null, 1)}\n`;
      return { content, links, diagrams, notes: [], reading: null };
    },
  };
  return { pieces: [piece, ...pageImagePieces('content/', images)], notes: [] };
}

/** Ghost takes what stands in `content/images` beside the file when the two come in one archive. */
const ghostImages = '__GHOST_URL__/content/';

function withGhostImages(html: string): string {
  return html.replace(
    /<img src="(images\/[^"]+)"(?: srcset="[^"]*" sizes="[^"]*")?/g,
    (_, address) => {
      return `<img src="${ghostImages}${address}"`;
    },
  );
}

const version = 1;

/** https://docs.ghost.org/migration/custom: ids are the file's own. */
function importFile(essays: readonly EssayFacts[], posts: readonly object[]): object {
  const names = [...new Set(essays.flatMap(tagsOf))];
  const tags = names.map((name, at) => ({ id: at + 1, name }));
  const places = essays.flatMap((essay, at) =>
    tagsOf(essay).map((tag, order) => ({
      post_id: at + 1,
      tag_id: names.indexOf(tag) + 1,
      sort_order: order,
    })),
  );
  const exportedOn = Math.max(0, ...essays.map(({ updatedAt }) => Date.parse(updatedAt) || 0));
  return {
    meta: { exported_on: exportedOn, version: '5.0.0' },
    data: { posts, tags, posts_tags: places },
  };
}

/** Ghost has no series; there a series is one more tag. */
function tagsOf({ tags, series }: EssayFacts): string[] {
  return [...new Set([...tags, ...(series.trim() ? [series.trim()] : [])])];
}

function postOf(essay: EssayFacts, id: number, html: string): object {
  const cover = coverAddress(essay);
  const excerpt = oneLine(essay.excerpt);
  const said = {
    custom_excerpt: excerpt && Array.from(excerpt).slice(0, mostExcerpt).join(''),
    feature_image: cover,
    feature_image_alt: cover && essay.coverAlt.trim(),
    canonical_url: essay.canonicalUrl.trim(),
    published_at: essay.publishedAt,
  };
  return {
    id,
    title: essay.title.trim() || 'Untitled',
    slug: essay.slug,
    type: 'post',
    status: essay.status === 'published' ? 'published' : 'draft',
    created_at: essay.createdAt,
    updated_at: essay.updatedAt,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
    html: `<!--kg-card-begin: html-->\n${html}<!--kg-card-end: html-->`,
  };
}

/** Ghost's own limit. */
const mostExcerpt = 300;
