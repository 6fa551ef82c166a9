import { imageExtensions } from '#contract/images.ts';

/** An image as Obsidian writes it. */
export interface Embed {
  readonly address: string;
  /** What it shows, as written; '' where that is not said. */
  readonly alt: string;
}

/** `![[name.png]]`, `![[folder/name.png|what it shows|300]]`: up to the last bracket. What is embedded and no image is not one. */
export const embedPattern = new RegExp(
  String.raw`!\[\[([^[\]|#\\\n]+?\.(?:jpeg|${imageExtensions.join('|')}))[ \t]*(?:\\?\|([^[\]\n]*))?\]\](?![([])`,
  'i',
);

/** What an embedded image may be called, the likeliest first: in a vault it is found by its name, so the library's own is as well. */
export function embedSources(address: string): readonly string[] {
  return address.includes('/') ? [address] : [address, `images/${address}`];
}

/** What a match of the pattern says. Its width is the page's to say. */
export function embedOf([, address = '', said = '']: readonly string[]): Embed {
  const parts = said.split(/\\?\|/).map((part) => part.trim());
  const alt = parts.find((part) => part !== '' && !/^\d+(?:x\d+)?$/.test(part)) ?? '';
  return { address: address.trim(), alt };
}
