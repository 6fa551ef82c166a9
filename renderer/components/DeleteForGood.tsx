import { useRef } from 'react';
import type { EssayId } from '#contract/essay.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

interface DeleteForGoodProps {
  readonly ids: readonly EssayId[];
  /** What is to be deleted, as words in a sentence. */
  readonly title: string;
}

/** Asks before anything is deleted that cannot come back. */
export function DeleteForGood({ ids, title }: DeleteForGoodProps) {
  const { essays, sheets } = useStudio();
  const keep = useRef<HTMLButtonElement>(null);
  const close = () => sheets.close('deleteForGood');
  return (
    <Sheet
      title={`Delete ${title} for good?`}
      lead={
        ids.length === 1
          ? 'The text and its history will be gone. This cannot be undone.'
          : 'Their texts and histories will be gone. This cannot be undone.'
      }
      onClose={close}
      initialFocus={keep}
      actions={
        <>
          <button ref={keep} type="button" className="plain-button" onClick={close}>
            Keep
          </button>
          <button
            type="button"
            className="primary-button"
            onClick={() => {
              close();
              essays.deleteForGood(ids);
            }}
          >
            Delete for good
          </button>
        </>
      }
    />
  );
}
