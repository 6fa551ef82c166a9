import { useRef, useState } from 'react';
import { Field } from './Field.tsx';
import { Sheet } from './Sheet.tsx';
import { useStudio } from './StudioContext.tsx';

/** Gives the essay as it is now a name to find it by. */
export function NameVersionSheet() {
  const { history, notices, sheets } = useStudio();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const close = () => sheets.close('nameVersion');
  const save = () => {
    if (name.trim() === '') return;
    close();
    void notices.attempt(() => history.name({ name: name.trim(), note: note.trim() }));
  };
  return (
    <Sheet
      title="Name this version"
      lead="The essay as it is now is found by this name in its history."
      onClose={close}
      initialFocus={field}
      actions={
        <>
          <button type="button" className="plain-button" onClick={close}>
            Cancel
          </button>
          <button
            type="submit"
            form="name-version"
            className="primary-button"
            disabled={name.trim() === ''}
          >
            Name
          </button>
        </>
      }
    >
      <form
        id="name-version"
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label="Name" htmlFor="version-name">
          <input
            ref={field}
            id="version-name"
            className="input"
            type="text"
            dir="auto"
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Note" htmlFor="version-note">
          <textarea
            id="version-note"
            className="input"
            dir="auto"
            rows={2}
            maxLength={10_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </form>
    </Sheet>
  );
}
