import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useStudio } from './StudioContext.tsx';

interface SheetProps {
  readonly title: string;
  /** A sentence under the title. */
  readonly lead?: ReactNode;
  readonly onClose: () => void;
  /** `centre` for a question or a report, `side` for what is read beside the text. */
  readonly place?: 'centre' | 'side';
  /** What its closing is called in a side sheet; `Done` when left out. */
  readonly closeWord?: string;
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode;
  /** What has the focus first; the first field of a side sheet when left out. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Its content is read, not filled in: it takes the focus itself, so that keys scroll it. */
  readonly read?: boolean;
  readonly children?: ReactNode;
}

const field = 'input:not([type="hidden"]), textarea, button';

/** The one style of sheet. Escape and a click beside it close it; focus is held, then given back. */
export function Sheet(props: SheetProps) {
  const { title, lead, onClose, place = 'centre', actions, initialFocus, read, children } = props;
  const { closeWord = 'Done' } = props;
  const { returnFocus } = useStudio();
  const body = useRef<HTMLDivElement>(null);
  const firstField = () =>
    (read ? body.current : body.current?.querySelector<HTMLElement>(field)) ?? true;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" data-place={place} />
        <Dialog.Popup
          className="sheet"
          data-place={place}
          finalFocus={returnFocus}
          initialFocus={initialFocus ?? firstField}
        >
          <header className="sheet-head">
            <Dialog.Title className="sheet-title">{title}</Dialog.Title>
            {place === 'side' && <Dialog.Close className="quiet-button">{closeWord}</Dialog.Close>}
          </header>
          {lead && <Dialog.Description className="sheet-lead">{lead}</Dialog.Description>}
          {children && (
            <div ref={body} className="sheet-body" {...(read ? { tabIndex: 0 } : {})}>
              {children}
            </div>
          )}
          {actions && <footer className="sheet-actions">{actions}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
