import type { Drawing } from './drawings.ts';
import type { EssayId } from './essay.ts';

/** Bytes that an image may have: more is refused, since each copy and each backup of the library would carry it. */
export const largestImage = 25 * 1024 * 1024;

export const imageExtensions = ['png', 'jpg', 'gif', 'webp', 'avif', 'svg'] as const;
export type ImageExtension = (typeof imageExtensions)[number];

/** The media type of each, by its extension. */
export const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
} satisfies Record<ImageExtension, string>;

/** The bytes of an image, sniffed and found to be one. */
export interface ImageFile {
  /** What it is called, without ending: `[a-z0-9]` words joined by `-`. */
  readonly stem: string;
  readonly extension: ImageExtension;
  /** In pixels, as it is shown; null for a drawing that does not say. */
  readonly width: number | null;
  readonly height: number | null;
  readonly bytes: Uint8Array;
}

/** An image of the library, without its bytes. Its name is its own: a text calls it `images/NAME`. */
export interface LibraryImage {
  /** The SHA-256 of its bytes, in hex. */
  readonly hash: string;
  /** Unique in the library, for example `lease-timeline.png`. */
  readonly name: string;
  readonly width: number | null;
  readonly height: number | null;
  /** How many bytes it has. */
  readonly size: number;
  /** ISO 8601. */
  readonly addedAt: string;
}

/** What an essay calls images of the library, apart from their names: its addresses as written, each with a hash. */
export type ImageAddresses = Readonly<Record<string, string>>;

/** The images of a library, and what its diagrams were drawn as, for whoever writes essays to files. */
export interface ImageShelf {
  readonly drawing: (source: string) => Drawing | undefined;
  readonly images: readonly LibraryImage[];
  /** The bytes of one. Throws `not-found` when it is gone, `damaged` when they are not what was added. */
  readonly read: (hash: string) => Uint8Array;
}

/** An image as an essay calls it, as written. */
export interface ImageMention {
  readonly source: string;
  readonly hash: string;
}

/** The images of a library, for whoever publishes many essays. */
export interface PublishedImages extends ImageShelf {
  /** What an essay's text and cover may show; asked without reading the essay. */
  readonly of: (essay: EssayId) => readonly ImageMention[];
}

/** What keeps an image: the essays that show it, or the past of some; `nothing` when it can go without a gap. */
type ImageUse = 'essays' | 'history' | 'nothing';

export interface UsedImage extends LibraryImage {
  readonly use: ImageUse;
  /** Titles of the essays that mention it, the trash included; those whose past does where no text does now. */
  readonly essays: readonly string[];
}

/** An image that an essay asks for and the library has not. */
export interface MissingImage {
  readonly essay: EssayId;
  readonly title: string;
  /** As written. */
  readonly source: string;
  /** In the body, from 0; null for a cover. */
  readonly line: number | null;
}

export interface ImageReport {
  /** By name. */
  readonly images: readonly UsedImage[];
  readonly missing: readonly MissingImage[];
}
