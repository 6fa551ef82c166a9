import { dateWords } from './dateWords.ts';
import type { DraftState } from './draft.ts';

/** What the status bar says of the draft: nothing more and nothing less than is known. */
export function savedWords(
  state: DraftState,
  now: Date,
): { readonly words: string; readonly advice: string } {
  switch (state.kind) {
    case 'saved':
      return {
        words: `Saved ${inSentence(dateWords(new Date(state.at).toISOString(), now))}`,
        advice: '',
      };
    case 'unsaved':
    case 'saving':
      return { words: 'Saving', advice: '' };
    case 'failed':
      return {
        words: `Not saved: ${inSentence(state.failure.message)}`,
        advice: state.failure.advice,
      };
  }
}

/** Words as they go on in a sentence: a first one that is only capital for standing first becomes small. */
function inSentence(words: string): string {
  return words.replace(/^(The|There|This|A|An|No|It|Another|Yesterday)\b/, (word) =>
    word.toLowerCase(),
  );
}
