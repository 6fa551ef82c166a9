/** What an edit puts at a key. `time` is ISO 8601 and stands without quotes where the format allows it. */
export type Value =
  | string
  | number
  | boolean
  | { readonly time: string }
  | readonly unknown[]
  | Readonly<Record<string, unknown>>;

export function isTime(value: unknown): value is { readonly time: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'time' in value &&
    Object.keys(value).length === 1
  );
}

/** Text in double quotes as JSON, YAML and TOML all read it. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text with [from, to) replaced. */
export function spliced(text: string, from: number, to: number, insert: string): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** The line break a text uses, by its first one. */
export function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The start of the line that holds `at`. */
export function lineStart(text: string, at: number): number {
  let place = at;
  while (place > 0 && !'\r\n'.includes(text.charAt(place - 1))) place--;
  return place;
}

/** The start of the line after the one that holds `at`. */
export function nextLine(text: string, at: number): number {
  let place = at;
  while (place < text.length && !'\r\n'.includes(text.charAt(place))) place++;
  return text.startsWith('\r\n', place) ? place + 2 : Math.min(place + 1, text.length);
}
