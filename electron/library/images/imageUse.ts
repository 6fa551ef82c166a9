import type { EssayId, Origin } from '#contract/essay.ts';
import type { ImageMention, LibraryImage, PublishedImages } from '#contract/images.ts';
import { unpack } from '../journal/unpack.ts';
import type { Library } from '../library.ts';
import { statement } from '../statement.ts';
import { reading } from '../transaction.ts';
import { imageShelf, listImages } from './readImages.ts';

/** Which essays mention an image, by its hash. What only looks like a mention, as in code, counts: nothing is deleted for being subtle. */
export type ImageUse = ReadonlyMap<string, readonly EssayId[]>;

/** The images that essays, those in the trash included, mention in their texts or as their covers. */
export function imagesInEssays(library: Library): ImageUse {
  const use = new Map<string, EssayId[]>();
  for (const [id, mentions] of mentionsInEssays(library)) {
    note(
      use,
      mentions.map(({ hash }) => hash),
      id,
    );
  }
  return use;
}

/** The images of a library as publishing asks for them. */
export function publishedImages(library: Library): PublishedImages {
  const mentions = mentionsInEssays(library);
  return { ...imageShelf(library), of: (id) => mentions.get(id) ?? [] };
}

function mentionsInEssays(library: Library): ReadonlyMap<EssayId, readonly ImageMention[]> {
  return reading(library, () => {
    const find = finder(listImages(library), addresses(library));
    const found = new Map<EssayId, ImageMention[]>();
    const texts = statement<Mention>(
      library.db,
      `SELECT key, id, text FROM body_piece JOIN essay ON key = essay_key
       WHERE instr(text, 'images/') > 0 OR instr(text, '![[') > 0 OR essay_key IN (SELECT essay_key FROM essay_origin WHERE instr(origin, '"images"') > 0)
       UNION ALL
       SELECT key, id, cover_image FROM essay WHERE cover_image <> ''`,
    );
    for (const { key, id, text } of texts.iterate()) {
      const known = found.get(id) ?? [];
      found.set(id, known);
      for (const mention of find(key, text)) {
        if (!known.some(({ source }) => source === mention.source)) known.push(mention);
      }
    }
    return found;
  });
}

/** The images that the histories of essays mention: in what was typed, pasted and brought in at once, and in texts that were kept. */
export function imagesInHistories(library: Library): ImageUse {
  return reading(library, () => {
    const find = finder(listImages(library), addresses(library));
    const use = new Map<string, EssayId[]>();
    const lines = statement<Mention>(
      library.db,
      'SELECT key, id, line AS text FROM journal_line JOIN essay ON key = essay_key',
    );
    for (const { key, id, text } of lines.iterate()) note(use, hashesIn(find(key, text)), id);
    const packed = statement<Omit<Mention, 'text'> & { packed: Buffer }>(
      library.db,
      `SELECT key, id, lines AS packed FROM journal_block JOIN essay ON key = essay_key
       UNION ALL SELECT key, id, text FROM checkpoint JOIN essay ON key = essay_key`,
    );
    for (const { key, id, packed: bytes } of packed.iterate())
      note(use, hashesIn(find(key, unpacked(bytes))), id);
    return use;
  });
}

interface Mention {
  readonly key: number;
  readonly id: EssayId;
  readonly text: string;
}

/** A history that is hurt mentions nothing that can be relied on, and says so elsewhere. */
function unpacked(bytes: Buffer): string {
  try {
    return unpack(bytes).toString();
  } catch {
    return '';
  }
}

function* hashesIn(mentions: Iterable<ImageMention>): Generator<string> {
  for (const { hash } of mentions) yield hash;
}

function note(use: Map<string, EssayId[]>, hashes: Iterable<string>, id: EssayId): void {
  for (const hash of hashes) {
    const essays = use.get(hash);
    if (essays === undefined) use.set(hash, [id]);
    else if (!essays.includes(id)) essays.push(id);
  }
}

type Addresses = ReadonlyMap<number, readonly (readonly [source: string, hash: string])[]>;

/** What each essay calls images beside their names, by its key. */
function addresses(library: Library): Addresses {
  const rows = statement<{ essay_key: number; origin: string }>(
    library.db,
    `SELECT essay_key, origin FROM essay_origin WHERE instr(origin, '"images"') > 0`,
  ).all();
  return new Map(
    rows.map(({ essay_key, origin }) => {
      const { images = {} } = JSON.parse(origin) as Origin;
      return [essay_key, Object.entries(images)];
    }),
  );
}

function finder(images: readonly LibraryImage[], addresses: Addresses) {
  const byName = new Map(images.map(({ name, hash }) => [name, hash]));
  return function* (key: number, text: string): Generator<ImageMention> {
    for (const [, name = ''] of text.matchAll(/(?:images\/|!\[\[)([a-z0-9-]+\.[a-z]+)/g)) {
      const hash = byName.get(name);
      if (hash !== undefined) yield { source: `images/${name}`, hash };
    }
    for (const [source, hash] of addresses.get(key) ?? [])
      if (text.includes(source)) yield { source, hash };
  };
}
