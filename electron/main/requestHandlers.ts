import type { Handlers } from './answerRequest.ts';
import type { Desk } from './desk.ts';
import { aboutHandlers } from './handlers/about.ts';
import { backupHandlers } from './handlers/backups.ts';
import { drawingHandlers } from './handlers/drawings.ts';
import { essayHandlers } from './handlers/essays.ts';
import { exportHandlers } from './handlers/export.ts';
import { historyHandlers } from './handlers/history.ts';
import { imageHandlers } from './handlers/images.ts';
import { importHandlers } from './handlers/import.ts';
import { libraryHandlers } from './handlers/library.ts';
import { preferenceHandlers } from './handlers/preferences.ts';
import { publishHandlers } from './handlers/publish.ts';
import { recoveryHandlers } from './handlers/recovery.ts';
import { targetHandlers } from './handlers/targets.ts';
import { windowHandlers } from './handlers/window.ts';

/** Every request of the contract, answered; leaving one out does not compile. */
export function createRequestHandlers(desk: Desk): Handlers {
  return {
    ...libraryHandlers(desk),
    ...essayHandlers(desk),
    ...historyHandlers(desk),
    ...backupHandlers(desk),
    ...recoveryHandlers(desk),
    ...exportHandlers(desk),
    ...targetHandlers(desk),
    ...publishHandlers(desk),
    ...importHandlers(desk),
    ...imageHandlers(desk),
    ...drawingHandlers(desk),
    ...aboutHandlers(desk),
    ...preferenceHandlers(desk),
    ...windowHandlers(desk),
  } satisfies Handlers;
}
