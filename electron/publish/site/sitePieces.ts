import { hash } from 'node:crypto';
import type { EssayId } from '#contract/essay.ts';
import type { EssayFacts, Receipt, Shelf, Target } from '#contract/publishing.ts';
import { addressOf, imageBook } from '#markdown/images/imageBook.ts';
import { rendererVersion } from '#markdown/rendererVersion.ts';
import { pageImagePieces } from '../images/imagePieces.ts';
import { diagramsIn, type ShelfImages, shelfImages } from '../images/shelfImages.ts';
import { linkBook } from '../links/linkBook.ts';
import { linkNow, rewriteLinks } from '../links/rewriteLinks.ts';
import { fingerprint } from '../plan/fingerprint.ts';
import type { Made, Piece, Readings } from '../plan/piece.ts';
import type { Pieces } from '../plan/piecesFor.ts';
import type { Render } from '../rendering/render.ts';
import { stateOf } from '../stateOf.ts';
import { absoluteHtml } from './absoluteHtml.ts';
import { essayPage, neighbours } from './essayPage.ts';
import { atomFeed, type FeedEntry, jsonFeed, rssFeed } from './feeds.ts';
import { groupPage, indexPage, tagsPage } from './listPages.ts';
import { heldParts, notFoundPage } from './notFoundPage.ts';
import { readingOf } from './readingOf.ts';
import { linkTo, openSite, type Site } from './site.ts';
import type { SiteParts } from './siteParts.ts';
import { robots, sitemap } from './wayfinding.ts';

const preset = 'site/2';

/**
 * A whole site: a page for each essay, then what is made of all of them, then the files they share. Without an address
 * of its own it has no feeds and no sitemap, which need full addresses, and a note says so.
 */
export function sitePieces(
  target: Target,
  shelf: Shelf,
  receipts: readonly Receipt[],
  parts: SiteParts,
  render: Render,
): Pieces {
  const { essays, read } = shelf;
  const images = shelfImages(shelf);
  const site = openSite(target, essays, receipts, parts.template);
  const { heading, introduction } = target.site;
  const settings = fingerprint([
    parts.template,
    target.baseUrl,
    target.author,
    heading,
    introduction,
    // Every page leads to the tags where there are any.
    site.tags.size > 0,
  ]);
  const facts = site.essays.map((essay) => listed(site, essay));
  const linked = linkedSources(site, essays, read);
  const held = heldParts(parts);

  const essayPieces = site.essays.map((essay): Piece => {
    const path = site.pathOf.get(essay.id)!;
    return {
      path,
      title: essay.title,
      essay: essay.id,
      essays: [stateOf(essay)],
      preset,
      renderer: rendererVersion,
      inputs: fingerprint([settings, surroundings(site, essay), calledImages(images, essay.id)]),
      relink: linked.relink(path),
      redraw: images.redraw,
      make: async () => {
        const { essay: whole, source, links } = await linked.of(essay.id);
        const shown = images.rendered(whole, source);
        const rendered = await render(source, shown);
        const image = imageBook(shown.listed, shown.addresses);
        const content = essayPage(site, whole, rendered, image);
        const reading = readingOf(rendered);
        return { content, links, ...diagramsIn(shown), notes: [], reading };
      },
    };
  });

  const shared = (
    path: string,
    title: string,
    data: unknown,
    make: (readings: Readings) => Promise<string> | string,
  ): Piece => ({
    ...plainPiece(path, title, fingerprint([settings, data])),
    make: async (readings) => madeOf(await make(readings)),
  });
  const groups = [
    ...[...site.tags.values()].map((group) => ({ group, kind: 'Tag' as const })),
    ...[...site.series.values()].map((group) => ({ group, kind: 'Series' as const })),
  ];
  const pages = [
    shared('index.html', 'Index', facts, (readings) => indexPage(site, readings)),
    ...groups.map(({ group, kind }) =>
      shared(
        group.path,
        `${kind} “${group.name}”`,
        [group.name, group.essays.map((essay) => listed(site, essay))],
        (readings) => groupPage(site, group, kind, readings),
      ),
    ),
    ...(site.tags.size > 0
      ? [
          shared(
            'tags/index.html',
            'Tags',
            [...site.tags.values()].map(({ name, path, essays: found }) => [
              name,
              path,
              found.length,
            ]),
            () => tagsPage(site),
          ),
        ]
      : []),
    shared('404.html', 'Page not found', held, () => notFoundPage(site, held)),
    shared('robots.txt', 'Robots', null, () => robots(site)),
  ];
  const files = parts.files.map(
    ({ path, content }): Piece => ({
      ...plainPiece(path, path, hash('sha256', content)),
      make: async () => madeOf(content),
    }),
  );
  const fed = target.baseUrl ? fedPieces() : [];
  const note = `“${target.name}” has no address on the web, so it gets no feeds and no sitemap.`;
  return {
    pieces: [...essayPieces, ...pages, ...fed, ...files, ...pageImagePieces('essays/', images)],
    notes: [...site.notes, ...(target.baseUrl ? [] : [note])],
  };

  function fedPieces(): Piece[] {
    const newest = site.essays.slice(0, mostInFeed);
    const entries = once(async () => {
      const found: FeedEntry[] = [];
      const links: Record<string, string> = {};
      const diagrams: Record<string, string> = {};
      for (const essay of newest) {
        const path = site.pathOf.get(essay.id)!;
        const { source, links: asked } = await linked.of(essay.id);
        const shown = images.rendered(essay, source);
        Object.assign(links, asked);
        Object.assign(diagrams, diagramsIn(shown).diagrams);
        const rendered = await render(source, shown);
        const html = absoluteHtml(rendered.html, site.url(path));
        found.push({ essay, url: site.url(path), html });
      }
      return { found, links, diagrams };
    });
    const data = newest.map((essay, at) => [facts[at], calledImages(images, essay.id)]);
    const feed = (
      path: string,
      title: string,
      print: (s: Site, e: readonly FeedEntry[]) => string,
    ): Piece => ({
      ...plainPiece(path, title, fingerprint([settings, data])),
      renderer: rendererVersion,
      // All essays are in one folder, so a link of any of them is told in the same way.
      relink: linked.relink('essays/'),
      redraw: images.redraw,
      make: async () => {
        const { found, links, diagrams } = await entries();
        return { ...madeOf(print(site, found)), links, diagrams };
      },
    });
    const changed = site.essays.map(({ id, updatedAt }) => [
      site.pathOf.get(id),
      updatedAt.slice(0, 10),
    ]);
    return [
      feed('atom.xml', 'Atom feed', atomFeed),
      feed('rss.xml', 'RSS feed', rssFeed),
      feed('feed.json', 'JSON feed', jsonFeed),
      shared('sitemap.xml', 'Sitemap', [changed, groups.map(({ group }) => group.path)], () =>
        sitemap(site),
      ),
    ];
  }
}

const mostInFeed = 10;

/** Essays with their links led to the site's own pages. */
function linkedSources(site: Site, essays: readonly EssayFacts[], read: Shelf['read']) {
  const book = linkBook(essays);
  const hrefFrom = (path: string) => (essay: EssayFacts) =>
    linkTo(path, site.pathOf.get(essay.id)!);
  return {
    relink: (path: string) => (asked: string) => linkNow(asked, book, hrefFrom(path)),
    of: async (id: EssayId) => {
      const essay = await read(id);
      return { essay, ...rewriteLinks(essay.body, book, hrefFrom(site.pathOf.get(id)!)) };
    },
  };
}

/** What an essay's page says that is not the essay's. */
function surroundings(site: Site, essay: EssayFacts): unknown {
  const { before, after } = neighbours(site, essay);
  const series = site.series.get(essay.series.trim());
  return [
    [before, after].map((other) => other && [site.pathOf.get(other.id), other.title]),
    series && series.essays.length > 1 ? series.path : null,
    essay.tags.map((tag) => site.tags.get(tag)?.path),
  ];
}

/** What an essay calls images, and which those are. */
function calledImages(images: ShelfImages, id: EssayId): unknown {
  return images.of(id).map(({ source, image }) => [source, addressOf(image)]);
}

/** What lists say of an essay, and what their words come from. */
function listed(
  site: Site,
  { id, revision, title, publishedAt, createdAt, tags, excerpt, language }: EssayFacts,
): unknown {
  const tagPaths = tags.map((tag) => site.tags.get(tag)?.path);
  return [
    site.pathOf.get(id),
    revision,
    title,
    publishedAt ?? createdAt,
    tags,
    tagPaths,
    excerpt,
    language,
  ];
}

function plainPiece(path: string, title: string, inputs: string): Omit<Piece, 'make'> {
  return { path, title, essay: null, essays: [], preset, renderer: '', inputs, relink: () => '' };
}

function madeOf(content: Made['content']): Made {
  return { content, links: {}, notes: [], reading: null };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
