import type { About, Newest } from './about.ts';
import type { BackupStatus } from './backups.ts';
import type { Drawing } from './drawings.ts';
import type {
  BodyChange,
  Essay,
  EssayId,
  EssayList,
  EssayPatch,
  EssayQuery,
  NewEssay,
  Saved,
} from './essay.ts';
import type {
  CopyFormat,
  DroppedFile,
  ExportFormat,
  ExportReport,
  ImportReport,
} from './exchange.ts';
import type { HistoryPart, RecentHistory, Verification, VersionName } from './history.ts';
import type { ImageReport, LibraryImage } from './images.ts';
import type { LibraryStatus } from './library.ts';
import type { Preferences, PreferencesPatch } from './preferences.ts';
import type {
  EssayFindings,
  FileDifference,
  KindFacts,
  Publication,
  Target,
  TargetId,
  TargetSettings,
  TargetStatus,
} from './publishing.ts';
import type { RecoveryReport } from './recovery.ts';
import type { SearchAnswer } from './search.ts';

/**
 * Everything the window may ask of the main process. All values are JSON: no undefined, no Date, no bytes.
 * A refusal arrives as a `Failure`; see errors.ts.
 */
export interface Requests {
  /** The library that is open, or why none is. Asked first by every window. */
  'library.status': () => LibraryStatus;
  /** Lets the writer choose another library file, or name a new one. Null when the dialog was cancelled. */
  'library.choose': (kind: 'open' | 'new') => LibraryStatus | null;
  /** Tries the library at the same path again, after a failure. */
  'library.retry': () => LibraryStatus;
  /** Shows the copy that was kept when the library was brought to this version in the system's file manager. */
  'library.revealKept': () => null;
  /** Opens, made beside the library under a name of its own, the copy that was kept before a newer version changed it. */
  'library.openOlder': () => LibraryStatus;

  /** The essays that a query asks for; only the first `most` rows where that is said. */
  'essays.list': (query: EssayQuery, most?: number) => EssayList;
  'essays.read': (id: EssayId) => Essay;
  'essays.create': (start: NewEssay) => Essay;
  /** Applies a change set to the body. Resolves once it is on disk. */
  'essays.change': (change: BodyChange) => Saved;
  /** Changes title, slug, tags and the like. The essay returned has the slug the library settled on. */
  'essays.describe': (id: EssayId, patch: EssayPatch) => Essay;
  'essays.duplicate': (id: EssayId) => Essay;
  'essays.trash': (ids: readonly EssayId[]) => null;
  'essays.restore': (ids: readonly EssayId[]) => null;
  /** Only from the trash; anything else is `invalid`. */
  'essays.deleteForGood': (ids: readonly EssayId[]) => null;

  /**
   * The essay's history from entry `from` on, about a megabyte of it at most: ask again from `last + 1` until
   * `last` is `newest`. Throws `damaged` where it cannot be read.
   */
  'history.read': (id: EssayId, from: number) => HistoryPart;
  /** The last entries of the essay's history up to entry `upTo`, some hundred of them. Throws `damaged`. */
  'history.recent': (id: EssayId, upTo: number) => RecentHistory;
  /** Gives a name to the essay as it is now; an entry of its history like any other. */
  'history.name': (id: EssayId, version: VersionName) => null;
  /** Replays the history of one essay, or of every one, and holds what is stored against it. Takes a while; nothing waits for it. */
  'history.prove': (id: EssayId | null) => Verification;

  /** The backups of the open library, and how the last try to make one went. */
  'backups.status': () => BackupStatus;
  /** Makes one now, if anything was written since the last. What stands in the way is in the status that comes back. */
  'backups.now': () => BackupStatus;
  /** Lets the writer choose another folder for backups. Null when the dialog was cancelled. */
  'backups.choose': () => BackupStatus | null;
  /** Shows the newest backup in the system's file manager. */
  'backups.reveal': () => null;
  /** Opens a copy of a backup, made beside the library under a name of its own; the library stays as it is. */
  'backups.openCopy': (path: string) => LibraryStatus;

  /** Rescues what can be proved of the library, which is only read, into a new one beside it. */
  'recovery.start': () => RecoveryReport;
  /** Stops the rescue that runs: it ends with `cancelled`, and nothing is made. */
  'recovery.stop': () => null;
  /** Opens what was rescued last. */
  'recovery.open': () => LibraryStatus;

  /** The best hits first, at most `limit`. An empty text finds nothing. */
  'search.find': (search: { readonly text: string; readonly limit: number }) => SearchAnswer;

  /** Asks where to, writes, and reports. Null when the dialog was cancelled. */
  'export.write': (ids: readonly EssayId[], format: ExportFormat) => ExportReport | null;
  /** Puts an essay on the clipboard: HTML as rich text and source, Markdown as text. */
  'export.copy': (id: EssayId, format: CopyFormat) => null;
  /** Shows a file that an export of this run has written in the system's file manager. */
  'export.reveal': (path: string) => null;

  /** The places to publish to. */
  'targets.list': () => readonly Target[];
  'targets.kinds': () => readonly KindFacts[];
  /** Throws `invalid` and `exists` for settings that cannot work. */
  'targets.add': (settings: TargetSettings) => Target;
  'targets.change': (id: TargetId, settings: TargetSettings) => Target;
  /** Its files and its receipts stay. */
  'targets.remove': (id: TargetId) => null;
  /** Lets the writer choose a folder. Null when the dialog was cancelled. */
  'targets.chooseFolder': () => string | null;
  'targets.chooseTemplate': () => string | null;
  /** Names that must not leave. */
  'targets.names': () => readonly string[];
  'targets.setNames': (names: readonly string[]) => readonly string[];

  /** How a target's folder stands to the library; nothing is written for it. */
  /** `only` is for one essay's files alone. */
  'publish.status': (id: TargetId, only: EssayId | null) => TargetStatus;
  'publish.difference': (id: TargetId, path: string) => FileDifference;
  /** What there is to look at before these essays go out. */
  'publish.check': (id: TargetId, essays: readonly EssayId[]) => readonly EssayFindings[];
  /** Writes what changed. `replace` names files of another hand that may be written over. */
  'publish.start': (id: TargetId, replace: readonly string[], only: EssayId | null) => Publication;
  /** Stops publishing after the files under way; its report still arrives. */
  'publish.cancel': () => null;
  /** Shows a target's folder in the system's file manager. */
  'publish.reveal': (id: TargetId) => null;

  /** Asks for files or a folder, then imports. Null when the dialog was cancelled. */
  'import.choose': (kind: 'files' | 'folder') => ImportReport | null;
  'import.dropped': (files: readonly DroppedFile[]) => ImportReport;
  /** Adds the sample essays that come with the studio. */
  'import.samples': () => ImportReport;
  /** Stops the import under way after the file it is at; its report still arrives. */
  'import.cancel': () => null;

  /** Every image of the library, by name. */
  'images.list': () => readonly LibraryImage[];
  /** Takes images in, all or none; each as the library has it, in order. Refuses what is no image with `unreadable-file`. */
  'images.add': (files: readonly DroppedFile[]) => readonly LibraryImage[];
  /** Asks for files and takes them in as images. Null when the dialog was cancelled. */
  'images.choose': () => readonly LibraryImage[] | null;
  /** What keeps each image, and what essays ask for that is not there. */
  'images.report': () => ImageReport;
  /** Deletes images for good, whether they are used or not: the writer was asked. */
  'images.delete': (hashes: readonly string[]) => null;

  /** What these sources of diagrams were drawn as, each null where it was not drawn yet. */
  'drawings.find': (sources: readonly string[]) => readonly (Drawing | null)[];
  /** The sources of diagrams in these essays that were not drawn yet, each once; those too long to be drawn left out. */
  'drawings.missing': (essays: readonly EssayId[]) => readonly string[];
  /** Keeps what a source was drawn as. In a library that is read only nothing is kept. */
  'drawings.keep': (source: string, drawing: Drawing) => null;

  /** The published page's stylesheet with its fonts inlined: the same text an HTML export carries. */
  'page.style': () => string;

  'about.read': () => About;
  /** Asks for a newer version, once, because the writer wants to know. */
  'updates.look': () => Newest;

  'preferences.read': () => Preferences;
  'preferences.change': (patch: PreferencesPatch) => Preferences;

  /** Opens an http, https or mailto link outside the studio; refuses every other scheme. */
  'link.open': (url: string) => null;
  /** Replaces the window's title, which the system shows in its switcher. */
  'window.title': (title: string) => null;
  /** Answers `quit.requested` once everything typed is saved (or the writer chose to leave it). */
  'quit.allow': () => null;
  /** Answers `quit.requested` when not everything could be saved and the writer is being asked: nothing closes before `quit.allow`. */
  'quit.hold': () => null;
  /** After `quit.hold`: the writer goes on writing, and nothing closes until it is asked for again. */
  'quit.stay': () => null;
}

export type Channel = keyof Requests;

/** Every channel, once. The preload builds `window.studio` from it and the main process must answer each. */
export const channels = [
  'library.status',
  'library.choose',
  'library.retry',
  'library.revealKept',
  'library.openOlder',
  'essays.list',
  'essays.read',
  'essays.create',
  'essays.change',
  'essays.describe',
  'essays.duplicate',
  'essays.trash',
  'essays.restore',
  'essays.deleteForGood',
  'history.read',
  'history.recent',
  'history.name',
  'history.prove',
  'backups.status',
  'backups.now',
  'backups.choose',
  'backups.reveal',
  'backups.openCopy',
  'recovery.start',
  'recovery.stop',
  'recovery.open',
  'search.find',
  'export.write',
  'export.copy',
  'export.reveal',
  'targets.list',
  'targets.kinds',
  'targets.add',
  'targets.change',
  'targets.remove',
  'targets.chooseFolder',
  'targets.chooseTemplate',
  'targets.names',
  'targets.setNames',
  'publish.status',
  'publish.difference',
  'publish.check',
  'publish.start',
  'publish.cancel',
  'publish.reveal',
  'import.choose',
  'import.dropped',
  'import.samples',
  'import.cancel',
  'images.list',
  'images.add',
  'images.choose',
  'images.report',
  'images.delete',
  'drawings.find',
  'drawings.missing',
  'drawings.keep',
  'page.style',
  'about.read',
  'updates.look',
  'preferences.read',
  'preferences.change',
  'link.open',
  'window.title',
  'quit.allow',
  'quit.hold',
  'quit.stay',
] as const satisfies readonly Channel[];

// A channel left out of the table does not compile.
type Missing = Exclude<Channel, (typeof channels)[number]>;
true satisfies [Missing] extends [never] ? true : never;
