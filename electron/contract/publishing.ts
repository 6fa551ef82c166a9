import type { Essay, EssayId, Status } from './essay.ts';
import type { PublishedImages } from './images.ts';
import type { RuleName, Weight } from './preflight.ts';

export const targetKinds = [
  'hugo',
  'jekyll',
  'astro',
  'eleventy',
  'ghost',
  'devto',
  'hashnode',
  'medium',
  'mdx',
  'markdown',
  'site',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Names a target for life, as a receipt remembers it. */
export type TargetId = string & { readonly __targetId: never };

/** How front matter is written; `module` is `export const metadata = …`, which Next reads. */
export const frontMatterStyles = ['yaml', 'toml', 'json', 'module'] as const;
export type FrontMatterStyle = (typeof frontMatterStyles)[number];

/** What a target can be told of an essay. `draft` and `published` say the same thing, each in the way some generators want it. */
export const publishedFields = [
  'title',
  'slug',
  'date',
  'publishedAt',
  'updatedAt',
  'draft',
  'published',
  'excerpt',
  'tags',
  'series',
  'seriesPlace',
  'language',
  'canonicalUrl',
  'coverImage',
  'coverAlt',
  'author',
] as const;
export type PublishedField = (typeof publishedFields)[number];

/** The key that each field is written under; '' leaves it out, a dot leads into an object (`params.author`). */
export type FieldMapping = Readonly<Partial<Record<PublishedField, string>>>;

export type ConstantValue = string | number | boolean | readonly string[];

/** A place that essays are published to. */
export interface Target {
  readonly id: TargetId;
  readonly kind: TargetKind;
  readonly name: string;
  /** Absolute; it is there already, publishing makes only folders inside it. */
  readonly folder: string;
  /** Where readers find the folder on the web, `https://…`; '' when that is not known. */
  readonly baseUrl: string;
  readonly author: string;
  /** Null for what the kind usually has. */
  readonly style: FrontMatterStyle | null;
  /** Over the kind's usual keys. */
  readonly fields: FieldMapping;
  /** The same in every essay's front matter, for example `layout: post`; over the kind's usual ones. */
  readonly constants: Readonly<Record<string, ConstantValue>>;
  /** What the index of an HTML site says at its top; not used by other kinds. */
  readonly site: {
    readonly heading: string;
    /** A sentence on what the author writes about, and why. */
    readonly introduction: string;
    /** The author's own page template, absolute; '' for the one that comes with the studio. */
    readonly template: string;
  };
  readonly chosen: Choice;
  /** How much each rule of preflight weighs here; a rule that is not named has its usual weight. */
  readonly weights: Readonly<Partial<Record<RuleName, Weight>>>;
}

/** What the writer says of a target. */
export type TargetSettings = Omit<Target, 'id'>;

/** Which essays go to a target; none in the trash does. */
export interface Choice {
  readonly statuses: readonly Status[];
  /** Only those with this tag; '' for all. */
  readonly tag: string;
}

/** An essay without its text: enough to know where it goes and what other pages say of it. */
export type EssayFacts = Omit<Essay, 'body'>;

/** What there is to publish. */
export interface Shelf {
  /** Every essay that is to be at the target. */
  readonly essays: readonly EssayFacts[];
  /** The whole essay. Asked for one at a time, so that the texts are never in memory together. */
  readonly read: (id: EssayId) => Essay | Promise<Essay>;
  /** Left out where there are none. */
  readonly images?: PublishedImages;
  /** An essay as its file brought it in; null where that cannot be told. */
  readonly readAsItCame?: (id: EssayId) => Essay | null;
}

/** What a page says of an essay that only rendering it can tell; kept in its receipt so that an index need not render it again. */
export interface Reading {
  readonly minutes: number;
  /** The first words, where the essay has no excerpt. */
  readonly opening: string;
}

/** One file that went out: from which state of which essays, made by what. */
export interface Receipt {
  readonly target: TargetId;
  /** Inside the target's folder, `/` between folders. */
  readonly path: string;
  /** Of the file's bytes, in hex. */
  readonly sha256: string;
  /** Whose text is in the file: one for an essay's own, none for an index or a style, many for an import file. */
  readonly essays: readonly EssayState[];
  /** The preset and its version, for example `hugo/1`. */
  readonly preset: string;
  readonly renderer: string;
  /** A hash of everything else that the bytes follow from: the target's settings, dates, neighbours in a series. */
  readonly inputs: string;
  /** Each link to another essay as it was written, with what came of it; '' where it led nowhere. */
  readonly links: Readonly<Record<string, string>>;
  /** Each diagram's source with a hash of what it was drawn as, '' where it was not; left out where nothing is drawn. */
  readonly diagrams?: Readonly<Record<string, string>>;
  readonly reading: Reading | null;
  /** ISO 8601. */
  readonly publishedAt: string;
}

export interface EssayState {
  readonly id: EssayId;
  readonly title: string;
  readonly revision: number;
  /** The hash of its history up to that revision. */
  readonly head: string;
}

/**
 * How a file stands.
 * `new`: not published yet. `changed`: would be made from something else than last time; see its reasons.
 * `unchanged`. `removed`: its essay is no longer published there, so the file goes.
 * `gone`: published, but the file is no longer in the folder. `edited`: another hand has changed it since.
 * `occupied`: never published from here, but a file of that name is there.
 */
export type FileState =
  | 'new'
  | 'changed'
  | 'unchanged'
  | 'removed'
  | 'gone'
  | 'edited'
  | 'occupied';

/** Why a file would be made anew. `text` is an essay's unpublished edits; `surroundings` are the target's settings and the essays around it. */
export type ChangeReason = 'text' | 'surroundings' | 'links' | 'diagrams' | 'preset' | 'renderer';

export interface FileStatus {
  readonly path: string;
  /** Its essay's title, or what the page is. */
  readonly title: string;
  readonly essay: EssayId | null;
  readonly state: FileState;
  readonly reasons: readonly ChangeReason[];
  /** True where another hand's file is in the way, also of a removal: it is touched only when the writer says so. */
  readonly isHeld: boolean;
}

/** What publishing would do; nothing is written for it. */
export interface PublishPreview {
  readonly target: TargetId;
  readonly files: readonly FileStatus[];
  /** Sentences about names that had to give way, and essays that could not be placed. */
  readonly notes: readonly string[];
}

/** What publishing did. */
export interface PublishReport {
  readonly target: TargetId;
  /** Paths that were written, in order. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files that came out as they were. */
  readonly unchanged: number;
  /** What was left as it is, with a sentence each. */
  readonly left: readonly { readonly path: string; readonly reason: string }[];
  /** What the writer should know of a file that was made, for example that its front matter does not hold everything. */
  readonly notes: readonly { readonly path: string; readonly note: string }[];
  readonly essays: { readonly given: number; readonly published: number };
  readonly cancelled: boolean;
  /** All of the target's receipts as they are now. */
  readonly receipts: readonly Receipt[];
}

/** Something to look at before an essay goes out. */
export interface Finding {
  readonly rule: RuleName;
  readonly weight: Exclude<Weight, 'off'>;
  /** In the body, from 0; null where it is about the essay as a whole. */
  readonly line: number | null;
  /** What was found, in a sentence; what must not leave is named by its kind and its first characters only. */
  readonly message: string;
  /** What to do, in a sentence. */
  readonly advice: string;
}

/** What was found in one essay. */
export interface EssayFindings {
  readonly id: EssayId;
  readonly title: string;
  readonly slug: string;
  readonly findings: readonly Finding[];
}

/** How a target's folder stands to the library; nothing is written for it. */
export interface TargetStatus extends PublishPreview {
  /** When something went out to it last, ISO 8601; null for never. */
  readonly publishedAt: string | null;
  /** Essays that go there. */
  readonly essays: number;
}

/** How publishing ended: what it did, or why nothing was written. */
export type Publication =
  | { readonly kind: 'published'; readonly report: Omit<PublishReport, 'receipts'> }
  /** Some finding is blocking: nothing was written. */
  | { readonly kind: 'blocked'; readonly findings: readonly EssayFindings[] };

export interface PublishProgress {
  readonly stage: 'checking' | 'drawing' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** Two states of a text; null where there is none. */
export interface TwoTexts {
  readonly before: string | null;
  readonly after: string | null;
}

/** What a file's next publish changes. */
export interface FileDifference {
  /** Of the essay's Markdown: as it went out last, and as it is now. */
  readonly source: TwoTexts;
  /** Of the file: as it is in the folder, and as it would be written. Pages as the words a reader sees. */
  readonly file: TwoTexts;
}

/** What a kind of target takes. */
export interface KindFacts {
  readonly kind: TargetKind;
  /** The usual one first; empty where nothing can be chosen. */
  readonly styles: readonly FrontMatterStyle[];
  /** The usual key of each field that it is told. */
  readonly keys: FieldMapping;
}
