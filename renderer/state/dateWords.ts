const day = 24 * 60 * 60 * 1000;

/** A moment as a list shows it: the time today, `Yesterday`, the weekday this week, else the date. */
export function dateWords(iso: string, now: Date, locale?: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const days = Math.round((startOfDay(now) - startOfDay(date)) / day);
  if (days === 0) return timeWords(iso, locale);
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < 7) return format(date, locale, { weekday: 'long' });
  const thisYear = date.getFullYear() === now.getFullYear();
  return format(date, locale, {
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
}

/** The time of day, in 24 hours. */
export function timeWords(iso: string, locale?: string): string {
  return format(new Date(iso), locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** A moment in full, for details: day, month, year and time. */
export function momentWords(iso: string, locale?: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return format(date, locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A moment as a date field shows it: `2026-11-22 16:45`, local. */
export function toDateField(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

/** The moment that a date field's text means: a date with or without a time. Null when it means none. */
export function fromDateField(text: string): string | null {
  const parts = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2}))?\s*$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => Number(part ?? 0));
  const date = new Date(year!, month! - 1, day!, hour!, minute!);
  const isReal =
    date.getMonth() === month! - 1 && date.getDate() === day && date.getHours() === hour;
  return isReal ? date.toISOString() : null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than using it a hundred times, and lists use it for every row. */
function format(
  date: Date,
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known.format(date);
}
