import { StudioError } from '#contract/errors.ts';
import { usualBackupFolder } from '#library/backups/backupFolder.ts';
import type { Handlers } from '../answerRequest.ts';
import type { Desk } from '../desk.ts';
import { nameBeside } from '../nameBeside.ts';

type RecoveryChannel = Extract<keyof Handlers, `recovery.${string}`>;

/** Rescuing a damaged library into a new one beside it. */
export function recoveryHandlers({
  host,
  backingUp,
  runChore,
  window,
}: Desk): Pick<Handlers, RecoveryChannel> {
  let rescued: string | null = null;
  let running = new AbortController();
  return {
    async 'recovery.start'() {
      const damaged = host.path();
      running = new AbortController();
      const report = await runChore(
        'rescue',
        {
          damaged,
          into: nameBeside(damaged, 'rescued'),
          backups: [backingUp.folder(), usualBackupFolder(damaged)],
        },
        {
          onProgress: (progress) => window.tell('recovery.progress', progress),
          signal: running.signal,
        },
      );
      rescued = report.into;
      return report;
    },
    'recovery.stop'() {
      running.abort();
      return null;
    },
    'recovery.open'() {
      if (rescued === null) throw new StudioError('not-found', 'Nothing was rescued yet.');
      return host.open(rescued, { create: false });
    },
  };
}
