import { Progress } from '@base-ui/react/progress';
import { useStore } from 'zustand';
import { grouped } from '#renderer/state/countWords.ts';
import { useStudio } from './StudioContext.tsx';

const stages = {
  checking: 'Checking',
  drawing: 'Drawing diagrams',
  writing: 'Publishing',
} as const;

/** How far checking or publishing has come; nothing while neither is under way. */
export function PublishingProgress() {
  const { publishing } = useStudio();
  const { isPublishing, progress, findings, status } = useStore(publishing.store);
  const isChecking = status.kind === 'known' && findings.kind === 'looking';
  if (!isPublishing && !(isChecking && progress)) return null;
  const { stage = 'checking', done = 0, total = 0 } = progress ?? {};
  const words = stages[stage];
  return (
    <div className="publishing-progress">
      <Progress.Root
        className="progress"
        value={total === 0 ? null : done}
        max={Math.max(1, total)}
        aria-label={words}
        getAriaValueText={() => `${done} of ${total}`}
      >
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-done" />
        </Progress.Track>
      </Progress.Root>
      <p className="progress-file">
        {total === 0 ? words : `${words} ${grouped(done)} of ${grouped(total)}`}
      </p>
    </div>
  );
}
