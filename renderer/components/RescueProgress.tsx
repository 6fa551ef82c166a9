import { Progress } from '@base-ui/react/progress';
import type { RecoveryProgress } from '#contract/recovery.ts';

/** How far a rescue has come. */
export function RescueProgress({ progress }: { readonly progress: RecoveryProgress | null }) {
  const done = progress?.done ?? 0;
  const total = progress?.total ?? 0;
  return (
    <>
      <Progress.Root
        className="progress"
        value={total === 0 ? null : done}
        max={Math.max(1, total)}
        aria-label="Essays rescued"
        getAriaValueText={() => `${done} of ${total}`}
      >
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-done" />
        </Progress.Track>
      </Progress.Root>
      <p className="progress-file">
        {total === 0 ? 'Reading the library and its backups' : `${done} of ${total} essays`}
      </p>
    </>
  );
}
