import { type ChangeEvent, type FocusEvent, useState } from 'react';

/**
 * A text field that tells every change at once and is never changed under the writer's hands:
 * while it has the focus it shows what was typed, afterwards what was kept.
 */
export function useTyped(kept: string, onType: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? kept,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
      onType(event.target.value);
    },
    onBlur: () => setTyped(null),
  };
}
