/** Texts that make a Markdown parser with backtracking hang or overflow its stack, at a given size. */
export const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  'nested emphasis': (length) => '*a **a '.repeat(length / 14) + 'a** a* '.repeat(length / 14),
  'brackets and underscores': (length) => '[ a_'.repeat(length / 4),
  'unclosed link addresses': (length) => '[a](b'.repeat(length / 5),
  'unclosed link titles': (length) => '[a](b ('.repeat(length / 7),
  'rising backtick runs': (length) =>
    Array.from({ length: Math.floor(Math.sqrt(2 * length)) }, (_, run) => '`'.repeat(run + 1)).join(
      'a',
    ),
  'long asterisk runs': (length) => `${'*'.repeat(length / 2)}a${'*'.repeat(length / 2)}`,
  'emphasis inside words': (length) => 'a**b'.repeat(length / 4),
  'unclosed comments': (length) => `see ${'<!--'.repeat(length / 4)}`,
  'unclosed addresses in angle brackets': (length) => '<a:'.repeat(length / 3),
  'a bare link with many brackets after it': (length) => `www.a.b/${')'.repeat(length)}`,
};
