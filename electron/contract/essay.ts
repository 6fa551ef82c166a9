import type { ImageAddresses } from './images.ts';

/** Names an essay for life; a slug may change, this does not. A UUID in lower case. */
export type EssayId = string & { readonly __essayId: never };

export const statuses = ['idea', 'draft', 'review', 'ready', 'published'] as const;
export type Status = (typeof statuses)[number];

/** What the writer says about an essay. Empty strings mean "not said". Times are ISO 8601 in UTC, or keep the offset they were imported with. */
export interface EssayFields {
  readonly title: string;
  /** Unique in the library; `[a-z0-9]` words of any script joined by `-`, at most 96 characters; follows the title until the writer sets it. */
  readonly slug: string;
  /** Two to four sentences, as a blog's index shows them. Plain text. */
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly series: string;
  /** Place in the series, counted from 1; null when unknown. */
  readonly seriesPlace: number | null;
  readonly status: Status;
  /** BCP 47, for example `en` or `pt-BR`. */
  readonly language: string;
  /** When it was first written: the creation time, or the date the file came with. */
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly canonicalUrl: string;
  /** A URL, a relative path, or a data URI. */
  readonly coverImage: string;
  readonly coverAlt: string;
}

/** An encoding's name as iconv knows it (`utf-8`, `windows-1252`), with `utf-8-bom` for UTF-8 that starts with a byte order mark. UTF-16 has its mark unless the name ends in `-unmarked`. */
export type Encoding = string;

/** Where an imported essay came from: enough to give the same bytes back. */
export interface Origin {
  readonly fileName: string;
  /** The folders between what was imported and the file, `/` between; '' for a file at its top, left out where that was the file alone. */
  readonly folder?: string;
  readonly encoding: Encoding;
  /** The fields as the import set them: an export edits the front matter only where a field has changed since. */
  readonly baseline: EssayFields;
  /** What it calls images that came with it. */
  readonly images?: ImageAddresses;
}

export interface Essay extends EssayFields {
  readonly id: EssayId;
  /** Counts every change of this essay, from 1. */
  readonly revision: number;
  /** The SHA-256 of its history so far, in hex; see history.ts. */
  readonly head: string;
  readonly updatedAt: string;
  readonly trashedAt: string | null;
  /** False while the slug follows the title. */
  readonly slugIsSet: boolean;
  /** The front matter it came with, to the byte, with its fences and the line break after; empty when it had none. */
  readonly frontMatter: string;
  readonly origin: Origin | null;
  /** The Markdown source, line breaks as they came. */
  readonly body: string;
}

/** An essay as the list shows it. */
export interface EssayRow {
  readonly id: EssayId;
  readonly title: string;
  readonly slug: string;
  /** The excerpt's first 160 characters; the body's first words where there is no excerpt. */
  readonly teaser: string;
  readonly tags: readonly string[];
  readonly series: string;
  readonly seriesPlace: number | null;
  readonly status: Status;
  readonly words: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  readonly trashedAt: string | null;
  readonly revision: number;
}

/** What a new essay starts with; whatever is missing gets its default (title '', status draft, language en, now). */
export type NewEssay = Partial<EssayFields> & {
  readonly body?: string;
  readonly frontMatter?: string;
  readonly origin?: Origin;
};

/** A change of what the writer says about an essay. Setting `slug` to '' lets it follow the title again. */
export type EssayPatch = Partial<EssayFields>;

/** What `ChangeSet.toJSON()` of @codemirror/state gives: kept lengths, and `[deleted, ...inserted lines]`. Lengths count a line break as one, whatever it is in the file. */
export type ChangeSetJson = readonly (number | readonly [number, ...string[]])[];

/** How a change of the text came about. `merged` is what another window or program wrote; `replaced` is find and replace. */
export const sources = [
  'typed',
  'pasted',
  'replaced',
  'undone',
  'redone',
  'restored',
  'merged',
] as const;
export type Source = (typeof sources)[number];

/** One change of the text, as small as it was made. */
export interface BodyStep {
  readonly changes: ChangeSetJson;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly source: Source;
}

export interface BodyChange {
  readonly id: EssayId;
  /** The revision the change was made against. When the body has changed since, it is a `conflict`; other fields may have. */
  readonly baseRevision: number;
  /** In order, each made on the text that the one before left. */
  readonly steps: readonly BodyStep[];
}

/** The library's acknowledgement: on disk, synced. */
export interface Saved {
  readonly revision: number;
  readonly savedAt: string;
}

export const sortKeys = ['updated', 'created', 'title'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface EssayQuery {
  readonly trashed: boolean;
  readonly status: Status | null;
  readonly tag: string | null;
  readonly sort: SortKey;
}

export interface EssayList {
  readonly rows: readonly EssayRow[];
  /** Every tag in use outside the trash, by name, whatever the filter. */
  readonly tags: readonly { readonly tag: string; readonly essays: number }[];
  /** Essays outside the trash by status, and those in it, whatever the filter. */
  readonly counts: Readonly<Record<Status, number>> & { readonly trashed: number };
}

/** A place where a search was found. */
export interface SearchHit {
  readonly id: EssayId;
  readonly title: string;
  readonly status: Status;
  readonly found: 'title' | 'excerpt' | 'tags' | 'body';
  /** The sentence around the hit, at most about 160 characters; for a hit in the title that title, begun a little before the hit where it is long. */
  readonly sentence: string;
  /** Hits in `sentence`, as [from, to) in UTF-16 units, in order. */
  readonly marks: readonly (readonly [number, number])[];
  /** The hit's line in the body, from 0; 0 for a hit outside the body. */
  readonly line: number;
}
