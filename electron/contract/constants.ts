import type { ConstantValue } from './publishing.ts';

/** What a writer means by a constant: `true`, a number and `[a, b]` as what they look like; anything else, or in quotes, as text. */
export function readConstant(written: string): ConstantValue {
  const text = written.trim();
  if (/^".*"$/s.test(text)) return text.slice(1, -1);
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const list = /^\[(.*)\]$/s.exec(text)?.[1];
  return list === undefined ? text : list.split(',').map((item) => item.trim());
}

/** A constant as a writer would write it. */
export function writeConstant(value: ConstantValue): string {
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  const text = String(value);
  return typeof value === 'string' && readConstant(text) !== value ? `"${text}"` : text;
}
