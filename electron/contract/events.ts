import type { Newest } from './about.ts';
import type { BackupStatus } from './backups.ts';
import type { StudioCommand } from './commands.ts';
import type { ImportProgress, ImportReport } from './exchange.ts';
import type { Verification } from './history.ts';
import type { LibraryStatus } from './library.ts';
import type { Preferences } from './preferences.ts';
import type { PublishProgress } from './publishing.ts';
import type { RecoveryProgress } from './recovery.ts';

/** Everything the main process tells the window unasked. Values are JSON. */
export interface Events {
  /** Another process wrote to the library: lists are stale, and so may be the essay that is open. */
  'library.changedElsewhere': null;
  /** Another library took this one's place. */
  'library.opened': LibraryStatus;
  /** The whole library, or one essay as it was opened, was proved. `essays` tells which. */
  'library.proved': Verification;
  /** A backup was made, or could not be. */
  'backups.changed': BackupStatus;
  'recovery.progress': RecoveryProgress;
  /** Images came into the library that nobody in the window asked for by name. */
  'images.changed': null;
  'publish.progress': PublishProgress;
  'import.progress': ImportProgress;
  /** Files the system handed to the studio (opened with it, or named when it started) have been imported. */
  'import.finished': ImportReport;
  /** A menu item or its key was chosen. */
  'command.chosen': StudioCommand;
  'preferences.changed': Preferences;
  /** The writer has it looked for, and there is a newer version. */
  'updates.found': Extract<Newest, { kind: 'newer' }>;
  /** The window is about to close: save what is unsaved, then ask `quit.allow`. */
  'quit.requested': null;
}

export type EventName = keyof Events;

export const eventNames = [
  'library.changedElsewhere',
  'library.opened',
  'library.proved',
  'backups.changed',
  'recovery.progress',
  'images.changed',
  'publish.progress',
  'import.progress',
  'import.finished',
  'command.chosen',
  'preferences.changed',
  'updates.found',
  'quit.requested',
] as const satisfies readonly EventName[];

type Missing = Exclude<EventName, (typeof eventNames)[number]>;
true satisfies [Missing] extends [never] ? true : never;
