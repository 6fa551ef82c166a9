import { Field } from './Field.tsx';
import { useTyped } from './useTyped.ts';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  /** Rows of a text of several lines; a single line when left out. */
  readonly rows?: number;
  readonly dir?: 'auto' | 'ltr';
  readonly inputMode?: 'text' | 'url' | 'numeric';
}

/** A labelled text that is saved as it is typed. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, onType, help, problem, rows, dir = 'auto', inputMode = 'text' } = props;
  const typed = useTyped(value, onType);
  const shared = {
    id,
    dir,
    className: 'input',
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': help || problem ? `${id}-help` : undefined,
    ...typed,
  };
  return (
    <Field label={label} htmlFor={id} help={help} problem={problem}>
      {rows ? (
        <textarea {...shared} rows={rows} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={inputMode === 'text'}
        />
      )}
    </Field>
  );
}
