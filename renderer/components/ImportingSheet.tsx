import { Progress } from '@base-ui/react/progress';
import type { ImportProgress } from '#contract/exchange.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** How far an import has come. Closing the sheet cancels it, as its button does. */
export function ImportingSheet({ progress }: { readonly progress: ImportProgress | null }) {
  const { exchange } = useStudio();
  const total = progress?.total ?? 0;
  return (
    <Sheet
      title="Importing"
      onClose={exchange.cancelImport}
      actions={
        <button type="button" className="plain-button" onClick={exchange.cancelImport}>
          Cancel
        </button>
      }
    >
      <Progress.Root
        className="progress"
        value={total === 0 ? null : (progress?.done ?? 0)}
        max={Math.max(1, total)}
        aria-label="Files imported"
        getAriaValueText={() => `${progress?.done ?? 0} of ${total}`}
      >
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-done" />
        </Progress.Track>
      </Progress.Root>
      <p className="progress-file" dir="auto">
        {progress ? `${progress.done} of ${total}  ${progress.file}` : 'Looking for files'}
      </p>
    </Sheet>
  );
}
