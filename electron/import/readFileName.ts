/**
 * What a file's name says of its essay. `2024-05-01-a-title.md` is the convention of Jekyll: it sets the date (midnight,
 * UTC) and the slug; any other name sets neither and gives ''.
 */
export function readFileName(fileName: string): { title: string; slug: string; date: string } {
  const stem = fileName.replace(/\.[^.]+$/, '') || fileName;
  const [, day = '', name = ''] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(stem) ?? [];
  if (!isDay(day)) return { title: inWords(stem), slug: '', date: '' };
  return { title: inWords(name), slug: name, date: `${day}T00:00:00.000Z` };
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00.000Z`);
  // A thirtieth of February is read as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** `a-long-title` as `a long title`; a name that has spaces already is left as it is. */
function inWords(name: string): string {
  return name.includes(' ') ? name : name.replace(/[-_]+/g, ' ').trim() || name;
}
