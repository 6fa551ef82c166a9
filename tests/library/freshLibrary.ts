import { onTestFinished } from 'vitest';
import { type TemporaryLibrary, temporaryLibrary } from '../support/library.ts';

/** An empty library that goes away with the test. */
export function freshLibrary(options: { readonly now?: () => Date } = {}): TemporaryLibrary {
  const temporary = temporaryLibrary(options);
  onTestFinished(temporary.remove);
  return temporary;
}

/** A clock that moves a second at every look. */
export function tickingClock(start = '2026-05-01T12:00:00.000Z'): () => Date {
  let now = Date.parse(start);
  return () => {
    now += 1000;
    return new Date(now);
  };
}
