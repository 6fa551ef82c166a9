/** The body's first words without its markup, at most 160 characters: a teaser for an essay without an excerpt. */
export function opening(body: string): string {
  const prose = body
    .slice(0, examined)
    .split(/\r\n?|\n/)
    .filter((line) => !isFurniture.test(line))
    .map((line) => line.replace(blockMarks, ''))
    .join(' ')
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (prose.length <= longest) return prose.toWellFormed();
  const end = prose.lastIndexOf(' ', longest);
  return prose.slice(0, end > longest / 2 ? end : longest).toWellFormed();
}

const examined = 800;
const longest = 160;
/** Headings, fences, rules, table rows and reference definitions. */
const isFurniture = /^\s*(?:#{1,6}\s|```|~~~|[-=*_]{3,}\s*$|\||\[[^\]]*\]:)/;
const blockMarks = /^\s*(?:>\s?|[-*+]\s+|\d+[.)]\s+)+/;
