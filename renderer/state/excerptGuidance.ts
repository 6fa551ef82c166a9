import { counted } from './countWords.ts';

/** How long an excerpt is, and whether that suits an index: two to four sentences. */
export function excerptGuidance(excerpt: string): string {
  if (excerpt.trim() === '') return 'Two to four sentences, as the index of a blog shows them.';
  const sentences = sentencesIn(excerpt);
  const length = `${counted(sentences, 'sentence')}, ${counted([...excerpt].length, 'character')}.`;
  if (sentences < 2) return `${length} A second sentence would help.`;
  if (sentences > 4) return `${length} Four are enough.`;
  return length;
}

function sentencesIn(text: string): number {
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  return [...segments].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment)).length;
}
