/** A member of a JSON object by its places in the text. */
export interface JsonMember {
  readonly key: string;
  readonly keyStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The members of the JSON object whose brace opens at `at`; the text is known to be valid JSON. */
export function jsonMembers(text: string, at: number): JsonMember[] {
  const members: JsonMember[] = [];
  let place = skipSpace(text, at + 1);
  while (text.charAt(place) === '"') {
    const keyStart = place;
    const keyEnd = skipString(text, keyStart);
    const valueStart = skipSpace(text, text.indexOf(':', keyEnd) + 1);
    const valueEnd = skipJson(text, valueStart);
    members.push({ key: JSON.parse(text.slice(keyStart, keyEnd)), keyStart, valueStart, valueEnd });
    place = skipSpace(text, valueEnd);
    if (text.charAt(place) === ',') place = skipSpace(text, place + 1);
  }
  return members;
}

/** The place after the JSON value that starts at `at`, or -1 when it does not end. */
export function skipJson(text: string, at: number): number {
  if (text.charAt(at) === '"') return skipString(text, at);
  if (!/[[{]/.test(text.charAt(at)))
    return at + (/^[^\s,\]}]*/.exec(text.slice(at, at + 400))?.[0].length ?? 0);
  let depth = 0;
  for (let place = at; place < text.length; place++) {
    const char = text.charAt(place);
    if (char === '"') {
      const end = skipString(text, place);
      if (end === -1) return -1;
      place = end - 1;
    } else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return place + 1;
  }
  return -1;
}

function skipString(text: string, at: number): number {
  for (let place = at + 1; place < text.length; place++) {
    const char = text.charAt(place);
    if (char === '\\') place++;
    else if (char === '"') return place + 1;
  }
  return -1;
}

function skipSpace(text: string, at: number): number {
  let place = at;
  while (/\s/.test(text.charAt(place))) place++;
  return place;
}
