import type { Found, Review } from './review.ts';

/** What a pattern finds anywhere in an essay: its text with its code, and what is said about it. */
export function scan(
  { essay, lineAt }: Review,
  pattern: RegExp,
  tell: (match: RegExpExecArray) => Omit<Found, 'line'> | null,
): Found[] {
  const fields = {
    title: essay.title,
    excerpt: essay.excerpt,
    tags: essay.tags.join('\n'),
    series: essay.series,
    'cover’s description': essay.coverAlt,
  };
  const said = Object.entries(fields).flatMap(([name, text]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const told = tell(match);
      return told ? [{ ...told, message: `In the ${name}: ${told.message}`, line: null }] : [];
    }),
  );
  const written = [...essay.body.matchAll(pattern)].flatMap((match) => {
    const told = tell(match);
    return told ? [{ ...told, line: lineAt(match.index) }] : [];
  });
  return [...said, ...written];
}

/** The start of something that must not be shown whole. */
export function startOf(secret: string): string {
  return `${Array.from(secret).slice(0, 4).join('')}…`;
}
