import { useRef } from 'react';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Says, once, that the library was brought to this version, and where it is kept as it was. */
export function UpgradedSheet({ copy }: { readonly copy: string }) {
  const { exchange, sheets } = useStudio();
  const done = useRef<HTMLButtonElement>(null);
  const close = () => sheets.close('upgraded');
  return (
    <Sheet
      title="Your library was brought to this version"
      lead="As it was before, it is kept beside it. The copy was verified first; the version that you had can open it."
      onClose={close}
      initialFocus={done}
      read
      actions={
        <>
          <button type="button" className="plain-button" onClick={exchange.revealKept}>
            Show in folder
          </button>
          <button ref={done} type="button" className="primary-button" onClick={close}>
            Done
          </button>
        </>
      }
    >
      <p className="path">{copy}</p>
    </Sheet>
  );
}
