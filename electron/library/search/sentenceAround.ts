const longest = 160;
/** What stands before a hit that sits deep in a long sentence. */
const leadIn = 60;
/** Characters of a title that a list shows. */
const titleSeen = 80;
const sentenceEnd =
  /[.!?…]["'’”)\]*_]*\s+|[。！？]|\r?\n\s*\r?\n|\r\s*\r|\n(?=\s*(?:[#>|*+-]|\d+[.)]))/g;

/** The sentence that [from, to) of `text` stands in, in one line, at most about 160 characters. */
export function sentenceAround(text: string, from: number, to: number): string {
  const windowStart = Math.max(0, from - 2 * longest);
  const before = text.slice(windowStart, from);
  const after = text.slice(to, to + 2 * longest);
  let start = windowStart;
  for (const end of before.matchAll(sentenceEnd)) start = windowStart + end.index + end[0].length;
  sentenceEnd.lastIndex = 0;
  const closing = sentenceEnd.exec(after);
  sentenceEnd.lastIndex = 0;
  let end = to + (closing === null ? after.length : closing.index + closing[0].trimEnd().length);

  let lead = '';
  let trail = '';
  if (end - start > longest) {
    if (from - start > leadIn) {
      start = wordStart(text, from - leadIn, from);
      lead = '…';
    }
    if (end - start > longest) {
      end = wordEnd(text, Math.max(to, start + longest), to);
      trail = '…';
    }
  }
  return `${lead}${oneLine(text.slice(start, end))}${trail}`;
}

/** A title from a little before [from, to) where that sits too deep in it to be seen in a list, else whole. */
export function titleAround(title: string, from: number, to: number): string {
  return to <= titleSeen ? title : `…${title.slice(wordStart(title, from - leadIn, from))}`;
}

function wordStart(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/);
  return space === -1 ? aside(text, at) : at + space + 1;
}

function wordEnd(text: string, at: number, earliest: number): number {
  const space = text.slice(earliest, at).search(/\s\S*$/);
  return space === -1 ? aside(text, at) : earliest + space;
}

/** A cut must not fall within a character. */
function aside(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
