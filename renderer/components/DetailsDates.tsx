import { fromLocalInput, momentWords, toLocalInput } from '#renderer/state/dateWords.ts';
import type { DetailsProps } from './detailsProps.ts';
import { Field } from './Field.tsx';

/** When the essay was written, published and changed. */
export function DetailsDates({ essay, change, problem }: DetailsProps) {
  return (
    <>
      <DateField
        id="details-published"
        label="Published"
        value={essay.publishedAt}
        problem={problem('publishedAt')}
        onChange={(publishedAt) => change({ publishedAt })}
      />
      <DateField
        id="details-created"
        label="Written"
        value={essay.createdAt}
        problem={problem('createdAt')}
        onChange={(createdAt) => createdAt && change({ createdAt })}
      />
      <p className="field-help">Last changed {momentWords(essay.updatedAt)}.</p>
    </>
  );
}

interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly problem: string | undefined;
  readonly onChange: (value: string | null) => void;
}

function DateField({ id, label, value, problem, onChange }: DateFieldProps) {
  return (
    <Field label={label} htmlFor={id} problem={problem}>
      <input
        id={id}
        className="input"
        type="datetime-local"
        defaultValue={value ? toLocalInput(value) : ''}
        onBlur={(event) => {
          const typed = event.target.value;
          if (typed === (value ? toLocalInput(value) : '')) return;
          onChange(typed === '' ? null : fromLocalInput(typed));
        }}
      />
    </Field>
  );
}
