import type { Entry, Step, StepSource } from '#contract/history.ts';

/**
 * The entries of some lines, to the letter what JSON.parse makes of each. Nearly all lines tell of typing, in one
 * form: reading that form by hand takes a third of the time, and whatever has another is left to JSON.parse.
 * Throws a SyntaxError for a line that is not JSON.
 */
export function parseLines(lines: string): Entry[] {
  const entries: Entry[] = [];
  const reader = new TypedReader(lines);
  for (let from = 0; from < lines.length; ) {
    const typed = reader.entryAt(from);
    const feed = typed === null ? lines.indexOf('\n', from) : reader.at;
    const end = feed < 0 ? lines.length : feed;
    entries.push(typed ?? (JSON.parse(lines.slice(from, end)) as Entry));
    from = end + 1;
  }
  return entries;
}

/** Reads `{"at":1,"text":[[2,"typed",3,4,"words"]]}` with its line feed: plain numbers, texts without escapes. */
class TypedReader {
  /** Where what was read last ends. */
  at = 0;
  private readonly lines: string;

  constructor(lines: string) {
    this.lines = lines;
  }

  /** Null where the line has another form. */
  entryAt(from: number): Entry | null {
    this.at = from;
    if (!this.passes('{"at":')) return null;
    const at = this.number();
    if (at < 0 || !this.passes(',"text":[')) return null;
    const text: Step[] = [];
    do {
      const step = this.step();
      if (step === null) return null;
      text.push(step);
    } while (this.passesUnit(comma));
    return this.passes(']}') && this.lines.charCodeAt(this.at) === lineFeed ? { at, text } : null;
  }

  private step(): Step | null {
    if (!this.passesUnit(openingBracket)) return null;
    const ago = this.number();
    if (ago < 0 || !this.passesUnit(comma)) return null;
    const source = this.passes('"typed"') ? 'typed' : this.text();
    if (source === null) return null;
    const step = this.edit(ago, source as StepSource);
    while (step !== null && this.passesUnit(comma)) {
      const value = this.lines.charCodeAt(this.at) === quote ? this.text() : this.number();
      if (value === null || value === -1) return null;
      step.push(value);
    }
    return this.passesUnit(closingBracket) ? step : null;
  }

  /** A step with its first edit, made at its size: nearly all have no other. */
  private edit(
    ago: number,
    source: StepSource,
  ): [number, StepSource, ...(number | string)[]] | null {
    if (!this.passesUnit(comma)) return null;
    const from = this.number();
    if (from < 0 || !this.passesUnit(comma)) return null;
    const deleted = this.number();
    if (deleted < 0 || !this.passesUnit(comma)) return null;
    const inserted = this.text();
    return inserted === null ? null : [ago, source, from, deleted, inserted];
  }

  /** -1 for one that is negative, broken, larger than the safe ones, or written in a way that JSON does not know. */
  private number(): number {
    const { lines, at: start } = this;
    let at = start;
    let value = 0;
    for (; ; at++) {
      const digit = lines.charCodeAt(at) - zero;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    this.at = at;
    const digits = at - start;
    const isPlain = digits === 1 || lines.charCodeAt(start) !== zero;
    return digits > 0 && digits <= 15 && isPlain ? value : -1;
  }

  private text(): string | null {
    if (!this.passesUnit(quote)) return null;
    const { lines, at: start } = this;
    for (let at = start; at < lines.length; at++) {
      const unit = lines.charCodeAt(at);
      if (unit === quote) {
        this.at = at + 1;
        return lines.slice(start, at);
      }
      if (unit === backslash || unit < space) return null;
    }
    return null;
  }

  private passes(wanted: string): boolean {
    const { lines, at } = this;
    for (let i = 0; i < wanted.length; i++) {
      if (lines.charCodeAt(at + i) !== wanted.charCodeAt(i)) return false;
    }
    this.at = at + wanted.length;
    return true;
  }

  private passesUnit(unit: number): boolean {
    if (this.lines.charCodeAt(this.at) !== unit) return false;
    this.at++;
    return true;
  }
}

const lineFeed = 0x0a;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const zero = 0x30;
const openingBracket = 0x5b;
const backslash = 0x5c;
const closingBracket = 0x5d;
