import { ContextMenu } from '@base-ui/react/context-menu';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { EssayId } from '#contract/essay.ts';
import { isReadOnly } from '#renderer/state/library.ts';
import { selectOne } from '#renderer/state/listSelection.ts';
import { useStudio } from './StudioContext.tsx';

/** What can be done with the selected essays, in a menu at the pointer. A row outside the selection becomes it. */
export function EssayMenu({ children }: { readonly children: ReactElement }) {
  const { library, returnFocus, popups } = useStudio();
  const trashed = useStore(library.store, (state) => state.query.trashed);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        className="essay-menu-ground"
        onContextMenu={(event) => {
          const row = (event.target as Element).closest<HTMLElement>('[data-essay]');
          const id = row?.dataset.essay as EssayId | undefined;
          if (!id) return event.preventBaseUIHandler();
          if (!library.store.getState().selection.ids.has(id)) library.select(selectOne(id));
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal container={popups}>
        <ContextMenu.Positioner className="menu-place" collisionPadding={8}>
          <ContextMenu.Popup className="menu" finalFocus={returnFocus}>
            {trashed ? <TrashItems /> : <EssayItems />}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

function EssayItems() {
  const { library, desk, essays, exchange, history, sheets, notices } = useStudio();
  const ids = [...useStore(library.store, (state) => state.selection.ids)];
  const readOnly = useStore(library.store, isReadOnly);
  const [only] = ids;
  const open = (focus: 'text' | 'title') =>
    void notices.attempt(async () => only && desk.open(only, { focus }));
  const one = ids.length === 1 && only !== undefined;
  return (
    <>
      {one && (
        <>
          <Item label="Open" onClick={() => open('text')} />
          <Item label="Rename" disabled={readOnly} onClick={() => open('title')} />
          <Item label="Duplicate" disabled={readOnly} onClick={() => essays.duplicate(only)} />
          <Item
            label="Details"
            onClick={() =>
              void notices.attempt(async () => {
                await desk.open(only);
                sheets.open({ kind: 'details' });
              })
            }
          />
          <Item
            label="History"
            onClick={() =>
              void notices.attempt(async () => {
                await desk.open(only);
                history.open();
              })
            }
          />
          <ContextMenu.Separator className="menu-line" />
        </>
      )}
      <Item label="Export as HTML" onClick={() => exchange.write(ids, 'html')} />
      <Item label="Export as Markdown" onClick={() => exchange.write(ids, 'markdown')} />
      {one && (
        <>
          <Item label="Copy as HTML" onClick={() => exchange.copy(only, 'html')} />
          <Item label="Copy as Markdown" onClick={() => exchange.copy(only, 'markdown')} />
        </>
      )}
      <ContextMenu.Separator className="menu-line" />
      <Item
        label={one ? 'Move to trash' : `Move ${ids.length} to trash`}
        disabled={readOnly}
        onClick={() => essays.remove(ids)}
      />
    </>
  );
}

function TrashItems() {
  const { library, essays } = useStudio();
  const ids = [...useStore(library.store, (state) => state.selection.ids)];
  const readOnly = useStore(library.store, isReadOnly);
  return (
    <>
      <Item label="Restore" disabled={readOnly} onClick={() => essays.restore(ids)} />
      <Item label="Delete for good" disabled={readOnly} onClick={() => essays.remove(ids)} />
    </>
  );
}

interface ItemProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

function Item({ label, onClick, disabled = false }: ItemProps) {
  return (
    <ContextMenu.Item className="menu-item" disabled={disabled} onClick={onClick}>
      {label}
    </ContextMenu.Item>
  );
}
