import type { EditorState } from '@codemirror/state';
import { countCharacters, countWords, readingMinutes } from '#markdown/statistics.ts';

/** What is selected, in numbers. */
export interface SelectionReport {
  readonly words: number;
  readonly characters: number;
  readonly minutes: number;
}

/** Counts the words of every range that is selected; null when nothing is. */
export function selectionReport(state: EditorState): SelectionReport | null {
  if (state.selection.ranges.every((range) => range.empty)) return null;
  let words = 0;
  let characters = 0;
  for (const range of state.selection.ranges) {
    const text = state.sliceDoc(range.from, range.to);
    words += countWords(text);
    characters += countCharacters(text);
  }
  return { words, characters, minutes: readingMinutes(words) };
}
