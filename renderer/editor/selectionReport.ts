import type { EditorState } from '@codemirror/state';
import { countCharacters, countWords, readingMinutes } from '#markdown/statistics.ts';

/** What is selected, in numbers; all 0 where nothing is. */
export interface SelectionReport {
  readonly words: number;
  readonly characters: number;
  readonly minutes: number;
}

export function selectionReport(state: EditorState): SelectionReport {
  let words = 0;
  let characters = 0;
  for (const range of state.selection.ranges) {
    if (range.empty) continue;
    const text = state.sliceDoc(range.from, range.to);
    words += countWords(text);
    characters += countCharacters(text);
  }
  return { words, characters, minutes: readingMinutes(words) };
}
