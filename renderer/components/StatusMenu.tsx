import { useStore } from 'zustand';
import { type Status, statuses } from '#contract/essay.ts';
import { isReadOnly } from '#renderer/state/library.ts';
import { statusWords } from '#renderer/state/statusWords.ts';
import { Choice } from './Choice.tsx';
import { useStudio } from './StudioContext.tsx';

interface StatusMenuProps {
  readonly status: Status;
  readonly onChange: (status: Status) => void;
  readonly look?: 'word' | 'field';
  readonly id?: string;
}

const items = statuses.map((status) => ({ value: status, label: statusWords[status], status }));

/** How far the essay has come. */
export function StatusMenu({ status, onChange, look = 'word', id }: StatusMenuProps) {
  const { library } = useStudio();
  const readOnly = useStore(library.store, isReadOnly);
  return (
    <Choice
      label="Status"
      items={items}
      value={status}
      onChange={onChange}
      disabled={readOnly}
      look={look}
      {...(id ? { id } : {})}
    />
  );
}
