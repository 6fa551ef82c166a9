import { useRef, useState } from 'react';
import { type Failure, failureWords } from '#contract/errors.ts';
import { copyText } from './copyText.ts';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Closing the window would lose text: what is wrong, and the ways to keep it. */
export function LeavingSheet({ failure }: { readonly failure: Failure }) {
  const { sheets, leaving, desk } = useStudio();
  const again = useRef<HTMLButtonElement>(null);
  const [copied, setCopied] = useState(false);
  const close = () => sheets.close('leaving');
  return (
    <Sheet
      title="Some of your text is not saved"
      lead={failureWords(failure)}
      onClose={() => {
        close();
        leaving.stay();
      }}
      initialFocus={again}
      actions={
        <>
          <button type="button" className="plain-button" onClick={leaving.leaveUnsaved}>
            Quit and lose it
          </button>
          <span className="actions-rest" />
          <button
            type="button"
            className="plain-button"
            onClick={() => setCopied(copyText(desk.unsavedTexts().join('\n\n')))}
          >
            {copied ? 'Copied' : 'Copy the text'}
          </button>
          <button
            ref={again}
            type="button"
            className="primary-button"
            onClick={() => {
              close();
              leaving.leave();
            }}
          >
            Try again
          </button>
        </>
      }
    >
      <p>Escape goes back to writing; the studio stays open.</p>
    </Sheet>
  );
}
