/** The longest slug, in UTF-16 units. */
export const longestSlug = 96;

/**
 * The slug of a title: its letters and digits of any script in lower case, words joined by `-`, composed
 * (NFC), at most 96 long, never empty. Nothing in it can lead out of a folder or name a device.
 */
export function slugFor(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/(?<=[\p{L}\p{N}\p{M}])['’ʼ](?=[\p{L}\p{N}])/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  const slug = shorten(words, longestSlug);
  if (slug === '') return 'untitled';
  return isDevice.test(slug) ? `${slug}-essay` : slug;
}

/** The start of a slug in at most `longest` units, whole words where that leaves a good part of it. */
export function shorten(slug: string, longest: number): string {
  if (slug.length <= longest) return slug;
  const wordEnd = slug.lastIndexOf('-', longest);
  if (wordEnd > longest / 2) return slug.slice(0, wordEnd);
  const splitsCharacter = /[\ud800-\udbff]/.test(slug.charAt(longest - 1));
  return slug.slice(0, splitsCharacter ? longest - 1 : longest).replace(/-+$/, '');
}

/** Names that Windows keeps for devices, with any ending. */
const isDevice = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/;
