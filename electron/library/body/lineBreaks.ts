export type LineBreak = '\n' | '\r\n' | '\r';

/** The line break a text uses most, which new lines take; `\n` for a text that has none. */
export function dominantLineBreak(text: string): LineBreak {
  if (!text.includes('\r')) return '\n';
  const pairs = count(text, '\r\n');
  const returns = count(text, '\r') - pairs;
  const feeds = count(text, '\n') - pairs;
  if (pairs >= returns && pairs >= feeds) return '\r\n';
  return feeds >= returns ? '\n' : '\r';
}

/** True for a text with a `\r` that no `\n` follows. */
export function hasLoneReturn(text: string): boolean {
  return text.includes('\r') && count(text, '\r') > count(text, '\r\n');
}

/** The length the editor sees: UTF-16 units, any line break counted as one. */
export function editorLength(text: string): number {
  return text.includes('\r') ? text.length - count(text, '\r\n') : text.length;
}

function count(text: string, what: string): number {
  let found = 0;
  for (let at = text.indexOf(what); at !== -1; at = text.indexOf(what, at + what.length)) found++;
  return found;
}
