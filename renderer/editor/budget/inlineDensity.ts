/**
 * True when parsing this inline text (a paragraph, a heading, a cell) could take a parser with
 * backtracking so long that a writer would notice, or nest so deep that its stack overflows.
 *
 * Runs in linear time. It adds up the steps the inline rules of @lezer/markdown may take at worst:
 * every `]` and every closing emphasis looks back over what is open, every unclosed backtick run,
 * `<!`, `<?` and `](` looks ahead to the end, and so do links in very long words.
 */
export function isTooDense(text: string): boolean {
  if (text.length < shortest) return false;
  const allowed = Math.min(mostSteps, 10_000 + 200 * text.length);
  const ahead = new LookAhead(text);
  let steps = 0;
  let parts = 0;
  let openers = 0;
  let closers = 0;
  let wordStart = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    switch (code) {
      case star:
      case underscore: {
        const end = runEnd(text, at);
        parts++;
        if (!isSpaceAt(text, end)) openers += end - at;
        if (!isSpaceAt(text, at - 1)) {
          closers += end - at;
          steps += parts * Math.ceil((end - at) / 2);
        }
        at = end - 1;
        break;
      }
      case tilde:
        if (text.charCodeAt(at + 1) === tilde) steps += ++parts;
        break;
      case backtick: {
        const end = runEnd(text, at);
        const close = ahead.backtickRun(end - at, end);
        steps += (close < 0 ? text.length : close) - at;
        parts++;
        at = (close < 0 ? end : close + end - at) - 1;
        break;
      }
      case bracketOpen:
        parts++;
        if (text.charCodeAt(at - 1) === exclamation) openers++;
        break;
      case bracketClose: {
        steps += parts;
        closers++;
        const next = text.charCodeAt(at + 1);
        if (next === parenOpen) steps += ahead.linkEnd(at + 2) - at;
        else if (next === bracketOpen) steps += Math.min(999, text.length - at);
        break;
      }
      case less: {
        const next = text.charCodeAt(at + 1);
        const end = next === exclamation || next === question ? text.length : ahead.space(at);
        steps += end - at;
        parts++;
        break;
      }
      case backslash:
        parts++;
        at++;
        break;
      case ampersand:
        parts++;
        break;
      case space:
      case tab:
      case lineFeed:
        steps += longWordSteps(text, wordStart, at);
        wordStart = at + 1;
        break;
    }
    if (steps > allowed) return true;
  }
  steps += longWordSteps(text, wordStart, text.length);
  return steps > allowed || Math.min(openers, closers) > deepest;
}

/** Below this no text can cost more than a millisecond or two. */
const shortest = 200;
/** About a seventh of a second. */
const mostSteps = 20_000_000;
/** Trees nested deeper come near the end of the stack. */
const deepest = 1_000;
const longWord = 1_000;

const tab = 9;
const lineFeed = 10;
const space = 32;
const exclamation = 33;
const ampersand = 38;
const parenOpen = 40;
const parenClose = 41;
const star = 42;
const less = 60;
const question = 63;
const bracketOpen = 91;
const backslash = 92;
const bracketClose = 93;
const underscore = 95;
const backtick = 96;
const tilde = 126;

function runEnd(text: string, from: number): number {
  const code = text.charCodeAt(from);
  let end = from + 1;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === space || code === tab || code === lineFeed;
}

/**
 * A bare link is taken to the end of its word, however many there are in it; from there each closing
 * sign makes its brackets be counted, and a host is searched from each of its characters.
 */
function longWordSteps(text: string, from: number, to: number): number {
  const length = to - from;
  if (length < longWord) return 0;
  const word = text.slice(from, to);
  const links = word.match(/www\.|:\/\/|@/g)?.length ?? 0;
  if (links === 0) return 0;
  const closing = /[)?!.,:;*_~]*$/.exec(word.slice(-longWord))![0].length;
  const counted = closing < longWord ? closing : length;
  return (length * links) / 4 + length * counted + longestRun(word) ** 2;
}

function longestRun(word: string): number {
  let longest = 0;
  for (const run of word.split(/[^\w-]+/)) longest = Math.max(longest, run.length);
  return longest;
}

/** Answers "where is the next one" questions asked at rising positions, in linear time over all of them. */
class LookAhead {
  private readonly text: string;
  private readonly found = new Map<string, number>();
  private runs: Map<number, number[]> | null = null;
  private nextSpace = -1;

  constructor(text: string) {
    this.text = text;
  }

  space(from: number): number {
    if (this.nextSpace < from) {
      let at = from;
      while (at < this.text.length && !isSpaceAt(this.text, at)) at++;
      this.nextSpace = at;
    }
    return this.nextSpace;
  }

  /** Where a destination and title that start at `from` may end at the latest. */
  linkEnd(from: number): number {
    const close = nearClose(this.text, from);
    if (close > 0) return close;
    const space = this.space(from);
    const quote = this.text[space + 1];
    if (quote !== '"' && quote !== "'" && quote !== '(') return space;
    return this.next(quote === '(' ? ')' : quote, space + 2);
  }

  /** Start of the next run of exactly `length` backticks, -1 when there is none. */
  backtickRun(length: number, from: number): number {
    this.runs ??= backtickRuns(this.text);
    const starts = this.runs.get(length);
    while (starts?.length && starts.at(-1)! < from) starts.pop();
    return starts?.at(-1) ?? -1;
  }

  private next(sign: string, from: number): number {
    const known = this.found.get(sign) ?? -1;
    if (known >= from) return known;
    const at = this.text.indexOf(sign, from);
    const found = at < 0 ? this.text.length : at;
    this.found.set(sign, found);
    return found;
  }
}

/** The parenthesis that closes an address of ordinary length, 0 when there is none. */
function nearClose(text: string, from: number): number {
  const last = Math.min(text.length, from + 200);
  for (let at = from, open = 0; at < last && !isSpaceAt(text, at); at++) {
    const code = text.charCodeAt(at);
    if (code === parenOpen) open++;
    else if (code === parenClose && open-- === 0) return at;
  }
  return 0;
}

/** Starts of the backtick runs by their length, the last first. */
function backtickRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = text.indexOf('`'); at >= 0; ) {
    const end = runEnd(text, at);
    const starts = runs.get(end - at);
    if (starts) starts.push(at);
    else runs.set(end - at, [at]);
    at = text.indexOf('`', end);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}
