import { isTime, quoted } from './values.ts';

/** A value on one line, in single quotes where the one before had them and it can be said so. */
export function tomlText(value: unknown, before = ''): string {
  if (isTime(value)) return /^["']/.test(before) ? quoted(value.time) : value.time;
  if (typeof value === 'string') {
    const literal = before.startsWith("'") && /^[^'\p{C}]*$/u.test(value);
    return literal ? `'${value}'` : quoted(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => tomlText(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, held]) => `${quoted(key)} = ${tomlText(held)}`);
  return `{ ${pairs.join(', ')} }`;
}
