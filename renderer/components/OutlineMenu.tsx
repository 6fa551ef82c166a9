import { Popover } from '@base-ui/react/popover';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { Outline } from './Outline.tsx';
import { useStudio } from './StudioContext.tsx';

/** The essay's headings, over the status bar: jump to one and it closes. */
export function OutlineMenu() {
  const { sheets, commands, popups } = useStudio();
  const open = useStore(sheets.store, (state) => state.sheet?.kind === 'outline');
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => (next ? sheets.open({ kind: 'outline' }) : sheets.close('outline'))}
    >
      <Popover.Trigger className="bar-button" title={commands.withKey('view.outline')}>
        Outline
      </Popover.Trigger>
      <Popover.Portal container={popups}>
        <Popover.Positioner
          className="menu-place"
          side="top"
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup
            ref={popup}
            className="menu outline"
            aria-label="Outline"
            initialFocus={() => popup.current?.querySelector<HTMLElement>('[tabindex="0"]') ?? true}
          >
            <Outline onJump={() => sheets.close('outline')} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
