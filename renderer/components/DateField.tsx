import { useState } from 'react';
import { fromDateField, toDateField } from '#renderer/state/dateWords.ts';
import { TextField } from './TextField.tsx';

interface DateFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly problem: string | undefined;
  readonly onChange: (value: string | null) => void;
}

/** A date with its time, as text. What cannot be read as one is said and not kept. */
export function DateField({ id, label, value, problem, onChange }: DateFieldProps) {
  const [unread, setUnread] = useState(false);
  return (
    <TextField
      id={id}
      label={label}
      dir="ltr"
      inputMode="numeric"
      value={value ? toDateField(value) : ''}
      help="For example 2026-03-14 09:30."
      problem={problem ?? (unread ? 'This is no date; the one before is kept.' : undefined)}
      onType={(text) => {
        const moment = fromDateField(text);
        const isEmpty = text.trim() === '';
        setUnread(moment === null && !isEmpty);
        if (moment !== null || isEmpty) onChange(moment);
      }}
    />
  );
}
