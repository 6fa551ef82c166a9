import { readFileSync } from 'node:fs';
import { places } from './places.ts';

/** The product's version, as its package says. */
export function version(): string {
  return (JSON.parse(readFileSync(places.packageFile(), 'utf8')) as { version: string }).version;
}
