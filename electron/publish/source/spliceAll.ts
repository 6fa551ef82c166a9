/** A part of a text, [from, to), and what is to stand there. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The text with all of these carried out; places are in the text before. A splice that overlaps one before it is passed over. */
export function spliceAll(text: string, splices: readonly Splice[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, insert } of [...splices].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result += text.slice(done, from) + insert;
    done = to;
  }
  return result + text.slice(done);
}
