/** Text of any origin for a terminal: control characters, which could drive it, and marks that turn the reading direction are shown, not sent. Line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(controls, shown);
}

/** The same on one line, also without tabs. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}

/** A value as a JSON document on lines of its own. It holds the value exactly: control characters are escaped. */
export function printableJson(value: unknown): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // What JSON.stringify leaves of line breaks is its own layout.
  return `${JSON.stringify(value, null, 2).replace(controls, escaped)}\n`;
}

const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function shown(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20
    ? String.fromCharCode(0x2400 + code)
    : `<${code.toString(16).padStart(4, '0')}>`;
}
