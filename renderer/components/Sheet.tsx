import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { useStudio } from './StudioContext.tsx';

interface SheetProps {
  readonly title: string;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  readonly onClose: () => void;
  /** `centre` for a question or a report, `side` for what is read beside the text. */
  readonly place?: 'centre' | 'side';
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children?: ReactNode;
}

/** The one style of sheet. Escape and a click beside it close it; focus is held, then given back. */
export function Sheet(props: SheetProps) {
  const { title, lead, onClose, place = 'centre', actions, initialFocus, children } = props;
  const { returnFocus } = useStudio();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" data-place={place} />
        <Dialog.Popup
          className="sheet"
          data-place={place}
          finalFocus={returnFocus}
          {...(initialFocus ? { initialFocus } : {})}
        >
          <header className="sheet-head">
            <Dialog.Title className="sheet-title">{title}</Dialog.Title>
            {place === 'side' && <Dialog.Close className="quiet-button">Done</Dialog.Close>}
          </header>
          {lead && <Dialog.Description className="sheet-lead">{lead}</Dialog.Description>}
          {children && <div className="sheet-body">{children}</div>}
          {actions && <footer className="sheet-actions">{actions}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
