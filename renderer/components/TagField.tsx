import { Combobox } from '@base-ui/react/combobox';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { addTags } from '#renderer/state/tagList.ts';
import { Field } from './Field.tsx';
import { leaveEscape } from './leaveEscape.ts';
import { useStudio } from './StudioContext.tsx';

interface TagFieldProps {
  readonly tags: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (tags: readonly string[]) => void;
}

/** An essay's tags. Enter or a comma ends one; those in use are offered while typing. */
export function TagField({ tags, problem, onChange }: TagFieldProps) {
  const { library } = useStudio();
  const used = useStore(library.store, (state) => state.list?.tags);
  const [typed, setTyped] = useState('');
  const known = useMemo(() => {
    const names = (used ?? []).map(({ tag }) => tag);
    const wanted = typed.trim();
    const isNew = wanted !== '' && !names.includes(wanted) && !tags.includes(wanted);
    return [...new Set([...names, ...tags]), ...(isNew ? [wanted] : [])];
  }, [used, tags, typed]);

  function add(text: string) {
    setTyped('');
    const next = addTags(tags, text);
    if (next.length !== tags.length) onChange(next);
  }

  return (
    <Field
      label="Tags"
      htmlFor="details-tags"
      problem={problem}
      help="Enter or a comma ends a tag."
    >
      <Combobox.Root
        multiple
        items={known}
        value={[...tags]}
        onValueChange={(next: string[]) => {
          setTyped('');
          onChange(next);
        }}
        inputValue={typed}
        onInputValueChange={(text) => (/[,\n]/.test(text) ? add(text) : setTyped(text))}
      >
        <Combobox.Chips className="input chips">
          {tags.map((tag) => (
            <Combobox.Chip key={tag} className="chip" aria-label={tag}>
              <span dir="auto">{tag}</span>
              <Combobox.ChipRemove className="chip-remove" aria-label={`Remove ${tag}`}>
                <X size={11} strokeWidth={1.75} aria-hidden="true" />
              </Combobox.ChipRemove>
            </Combobox.Chip>
          ))}
          <Combobox.Input
            id="details-tags"
            className="chips-field"
            dir="auto"
            aria-describedby="details-tags-help"
            onKeyDown={(event) => {
              leaveEscape(event);
              const highlighted = event.currentTarget.getAttribute('aria-activedescendant');
              if (event.key !== 'Enter' || highlighted || typed.trim() === '') return;
              event.preventDefault();
              event.preventBaseUIHandler();
              add(typed);
            }}
            onBlur={() => typed.trim() !== '' && add(typed)}
          />
        </Combobox.Chips>
        <Combobox.Portal>
          <Combobox.Positioner className="menu-place" sideOffset={4} collisionPadding={8}>
            <Combobox.Popup className="menu suggestions">
              <Combobox.List className="menu-list">
                {(tag: string) => (
                  <Combobox.Item key={tag} value={tag} className="menu-item" dir="auto">
                    {tag}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </Field>
  );
}
