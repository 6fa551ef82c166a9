/**
 * A time as ISO 8601 with its offset, or null when the text is none. Reads RFC 3339, a space instead of `T`, Jekyll's
 * `+0100`, a bare date (midnight UTC), a time without offset (UTC) and dates with an English month (`8 July 2022`,
 * `Jul 08, 2022`). A fraction of zeros is left out.
 */
export function isoTime(text: string): string | null {
  const match = numeric.exec(text.trim());
  if (match) return fromParts(match);
  return fromWords(text.trim());
}

/** True for a date without a time of day. */
export function isBareDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

const numeric =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt ]+(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*([Zz]|UTC|GMT|[+-]\d\d:?\d\d)?)?$/;

function fromParts(match: RegExpExecArray): string | null {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = match;
  const fraction = (match[7] ?? '').replace(/^0+$/, '');
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const clock = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':');
  if (!exists(`${date}T${clock}Z`)) return null;
  return `${date}T${clock}${fraction && `.${fraction}`}${offset(match[8] ?? 'Z')}`;
}

function offset(text: string): string {
  if (/^(?:z|utc|gmt)$/i.test(text)) return 'Z';
  return text.includes(':') ? text : `${text.slice(0, 3)}:${text.slice(3)}`;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function fromWords(text: string): string | null {
  const dayFirst = /^(\d\d?)\.? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d\d?),? (\d{4})$/i.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (!day || !name || !year) return null;
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return isoTime(`${year}-${month}-${day}`);
}

/** False for 30 February and 25 o'clock. */
function exists(time: string): boolean {
  const date = new Date(time);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 19) === time.slice(0, 19);
}
