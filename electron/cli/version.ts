import { readFileSync } from 'node:fs';

/** The product's version, as its package says. */
export function version(): string {
  const product = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(product) as { version: string }).version;
}
