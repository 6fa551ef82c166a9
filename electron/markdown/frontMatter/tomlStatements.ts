/** A `key = value` of a TOML document by its places in the text. */
export interface TomlStatement {
  /** With the names of the table it stands in. */
  readonly path: readonly string[];
  readonly keyStart: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface TomlHeader {
  readonly path: readonly string[];
  readonly start: number;
}

/** Every statement and table header of a TOML document, in order; the document is known to be valid. */
export function tomlStatements(content: string): {
  readonly statements: readonly TomlStatement[];
  readonly headers: readonly TomlHeader[];
} {
  const statements: TomlStatement[] = [];
  const headers: TomlHeader[] = [];
  let table: readonly string[] = [];
  let at = 0;
  while (at < content.length) {
    const char = content.charAt(at);
    if (/\s/.test(char)) at++;
    else if (char === '#') at = lineEnd(content, at);
    else if (char === '[') {
      const end = lineEnd(content, at);
      const name = keyPath(content, at + (content.startsWith('[[', at) ? 2 : 1));
      // What an array of tables holds is no field of an essay.
      table = content.startsWith('[[', at) ? ['[]', ...name.path] : name.path;
      headers.push({ path: table, start: at });
      at = end;
    } else {
      const key = keyPath(content, at);
      const valueStart = skipBlanks(content, content.indexOf('=', key.end) + 1);
      const valueEnd = valueEndAt(content, valueStart);
      statements.push({ path: [...table, ...key.path], keyStart: at, valueStart, valueEnd });
      at = lineEnd(content, valueEnd);
    }
  }
  return { statements, headers };
}

function keyPath(content: string, start: number): { path: string[]; end: number } {
  const path: string[] = [];
  let at = start;
  for (;;) {
    at = skipBlanks(content, at);
    const quote = content.charAt(at);
    const end = quote === '"' || quote === "'" ? skipString(content, at) : skipBare(content, at);
    path.push(keyName(content.slice(at, end)));
    at = skipBlanks(content, end);
    if (content.charAt(at) !== '.') return { path, end: at };
    at++;
  }
}

function keyName(written: string): string {
  if (written.startsWith("'")) return written.slice(1, -1);
  if (!written.startsWith('"')) return written;
  try {
    return JSON.parse(written);
  } catch {
    // TOML's longer escapes; no known key needs them.
    return written;
  }
}

function skipBare(content: string, start: number): number {
  let at = start;
  while (/[A-Za-z0-9_-]/.test(content.charAt(at))) at++;
  return at;
}

function skipBlanks(content: string, start: number): number {
  let at = start;
  while (content.charAt(at) === ' ' || content.charAt(at) === '\t') at++;
  return at;
}

function lineEnd(content: string, start: number): number {
  const end = content.indexOf('\n', start);
  return end === -1 ? content.length : end;
}

/** The place after a string in any of TOML's four forms. */
function skipString(content: string, start: number): number {
  const quote = content.charAt(start);
  const fence = content.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  let at = start + fence.length;
  while (at < content.length && !content.startsWith(fence, at)) {
    at += quote === '"' && content.charAt(at) === '\\' ? 2 : 1;
  }
  at += fence.length;
  // Up to two quotes may stand right before the closing three.
  if (fence.length === 3) while (content.charAt(at) === quote) at++;
  return at;
}

function valueEndAt(content: string, start: number): number {
  let depth = 0;
  let at = start;
  let end = start;
  while (at < content.length) {
    const char = content.charAt(at);
    if (char === '"' || char === "'") {
      at = skipString(content, at);
      end = at;
      continue;
    }
    if (char === '#') {
      if (depth === 0) break;
      at = lineEnd(content, at);
      continue;
    }
    if (char === '\n' && depth === 0) break;
    if (char === '[' || char === '{') depth++;
    if (char === ']' || char === '}') depth--;
    at++;
    if (!/\s/.test(char)) end = at;
  }
  return end;
}
