import { useRef } from 'react';
import type { LibraryImage } from '#contract/images.ts';
import { counted } from '#renderer/state/countWords.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Asks before images are deleted that no text shows. */
export function DeleteImages({ images: chosen }: { readonly images: readonly LibraryImage[] }) {
  const { images, sheets } = useStudio();
  const keep = useRef<HTMLButtonElement>(null);
  const back = () => sheets.open({ kind: 'images' });
  const one = chosen.length === 1 ? chosen[0] : undefined;
  return (
    <Sheet
      title={
        one
          ? `Delete “${one.name}” for good?`
          : `Delete ${counted(chosen.length, 'image')} for good?`
      }
      lead="No essay shows it now. Where an earlier version of one did, its history will have a gap. This cannot be undone; backups made until now keep it."
      onClose={back}
      initialFocus={keep}
      actions={
        <>
          <button ref={keep} type="button" className="plain-button" onClick={back}>
            Keep
          </button>
          <button
            type="button"
            className="primary-button"
            onClick={() => {
              sheets.close('deleteImages');
              images.deleteForGood(chosen);
            }}
          >
            Delete for good
          </button>
        </>
      }
    />
  );
}
