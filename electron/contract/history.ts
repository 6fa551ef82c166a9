import type { EssayFields, EssayId, Origin, Source } from './essay.ts';

/**
 * The history of an essay is a text of lines, one for each entry, each an `Entry` as JSON and ended by `\n`.
 * Lines are only ever added. The hash of an entry is the SHA-256 of every line up to and with its own.
 */
export type Entry = { readonly at: EntryTime } & (
  | { readonly start: Start }
  | { readonly text: readonly Step[] }
  | { readonly fields: DescriptionPatch }
  | { readonly trashed: boolean }
  | { readonly named: VersionName }
);

/** Milliseconds since 1970 by the clock of the machine that saved it; it may go back when a clock is set, the order of lines does not. */
type EntryTime = number;

/** Everything that may change about an essay, apart from its body. */
export type DescriptionPatch = Partial<EssayFields> & {
  readonly slugIsSet?: boolean;
  readonly frontMatter?: string;
  readonly origin?: Origin | null;
};

/** How an essay came into the library. `upgraded` means that it was there before its history was kept. */
export type Beginning = 'created' | 'imported' | 'duplicated' | 'upgraded' | 'recovered';

export interface Start {
  readonly from: Beginning;
  readonly id: EssayId;
  readonly description: Required<DescriptionPatch>;
  /** As it is in the file, line breaks included. */
  readonly body: string;
}

/**
 * One change of the text: how many milliseconds before its entry it was made, how it came about, and its
 * edits in order, three values each: where in the text before it, how many units go, and what comes there.
 * Positions count UTF-16 units, any line break as one; in what comes, `\n` stands for the essay's own line break.
 */
export type Step = readonly [ago: number, source: StepSource, ...edits: (number | string)[]];

/** `recovered` leads from the last change that could be proved to the text that was rescued. */
export type StepSource = Source | 'recovered';

/** A name the writer gave to a state of an essay. */
export interface VersionName {
  readonly name: string;
  readonly note: string;
}

/** A part of an essay's history, as it is stored. */
export interface HistoryPart {
  /** The numbers of its first and last entry; numbers count from 1 and are the essay's revisions. */
  readonly first: number;
  readonly last: number;
  /** The last entry there is. */
  readonly newest: number;
  /** Its entries, a line each. */
  readonly lines: string;
}

/** The end of an essay's history: a text as it was, '' before all of it, and the entries that followed, a line each. */
export interface RecentHistory {
  readonly text: string;
  readonly lines: string;
}

/** What is wrong with an essay, and what is not. */
export interface Damage {
  readonly id: EssayId;
  readonly title: string;
  /** What is hurt. */
  readonly part: 'text' | 'description' | 'history' | 'checkpoint' | 'row';
  /** The entry where it shows; null when it is not in the history. */
  readonly entry: number | null;
  /** A sentence: what is hurt, and where. */
  readonly message: string;
  /** A sentence: what of the essay still stands. */
  readonly stands: string;
}

/** What proving a library, or one essay of it, came to. */
export interface Verification {
  /** The essay, or null for the whole library. */
  readonly id: EssayId | null;
  /** ISO 8601. */
  readonly at: string;
  readonly essays: number;
  /** Entries of histories that were replayed. */
  readonly entries: number;
  /** Bytes of text and history that were hashed. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly damage: readonly Damage[];
  /** What SQLite itself says about the file, and images that are not what was added, a sentence each; empty when all is in order or was not asked. */
  readonly file: readonly string[];
}
