import { tooDeep } from './budget.ts';

/** What a writer can do something about in what a reader of formulas threw: the end of "This formula cannot be shown: …". */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof RangeError) return tooDeep;
  const message = thrown instanceof Error || isParseError(thrown) ? thrown.message : '';
  const said = message.replace(/ at (?:position \d+|end of input): [\s\S]*$/, '').trim();
  const unknown = /^Unsupported function name: (\\?\S+)$/.exec(said)?.[1];
  if (unknown) return `${unknown} is no command that is known`;
  const ended = /^Unexpected end of input.*expected '(.*)'$/s.exec(said)?.[1];
  if (ended) return mismatch(ended, 'EOF');
  const unexpected = /^Expected '(.*)', got '(.*)'$/s.exec(said);
  if (unexpected) return mismatch(unexpected[1]!, unexpected[2]!);
  return said === '' ? 'it cannot be read' : said.charAt(0).toLowerCase() + said.slice(1);
}

/** The reader's errors are no `Error`s. */
function isParseError(thrown: unknown): thrown is { message: string } {
  return typeof (thrown as { message?: unknown } | null)?.message === 'string';
}

function mismatch(expected: string, found: string): string {
  if (found === 'EOF') return `it ends where ${expected} should stand`;
  return expected === 'EOF'
    ? `${found} cannot stand where it does`
    : `${found} stands where ${expected} should`;
}
