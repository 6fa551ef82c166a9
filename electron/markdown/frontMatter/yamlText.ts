import { parse, stringify } from 'yaml';
import { isTime, quoted } from './values.ts';

export type Quoting = 'plain' | 'single' | 'double';

/**
 * A value as YAML on one line, read the same by YAML 1.1 and 1.2. Text keeps the quoting asked for where it can be
 * said so, else it stands in double quotes; `inFlow` is true inside brackets.
 */
export function yamlText(value: unknown, quoting: Quoting = 'plain', inFlow = false): string {
  if (isTime(value)) return quoting === 'plain' ? value.time : text(value.time, quoting, inFlow);
  if (typeof value === 'string') return text(value, quoting, inFlow);
  if (Array.isArray(value))
    return `[${value.map((item) => yamlText(item, 'plain', true)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(
    ([key, held]) => `${text(key, 'plain', true)}: ${yamlText(held, 'plain', true)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

function text(value: string, quoting: Quoting, inFlow: boolean): string {
  if (quoting === 'double' || !fitsOneLine.test(value)) return quoted(value);
  if (quoting === 'single') return `'${value.replaceAll("'", "''")}'`;
  if (inFlow && /[,[\]{}]/.test(value)) return quoted(value);
  const plain = stringify(value, { compat: 'yaml-1.1', lineWidth: 0, blockQuote: false }).trimEnd();
  return plain.startsWith('"') || plain.startsWith("'") || parse(plain) !== value
    ? quoted(value)
    : plain;
}

/** No line breaks, no controls, nothing that YAML calls unprintable. */
const fitsOneLine =
  /^[\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
