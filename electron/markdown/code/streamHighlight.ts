import { type StreamParser, StringStream } from '@codemirror/streamparser';
import { escapeText } from '../html/escape.ts';
import { classOf } from './classOf.ts';

/**
 * Code as HTML with its tokens in spans; no span runs over a line's end. The work grows with the code's length and no
 * faster, whatever the code is, as a stream parser only ever moves on in its line.
 */
export function streamHighlight(code: string, parser: StreamParser<unknown>): string {
  const state = parser.startState?.(indentUnit) ?? {};
  return code
    .split('\n')
    .map((line) => highlightLine(line, parser, state))
    .join('\n');
}

const indentUnit = 2;
const tabSize = 4;

function highlightLine(line: string, parser: StreamParser<unknown>, state: unknown): string {
  if (line === '') {
    parser.blankLine?.(state, indentUnit);
    return '';
  }
  const stream = new StringStream(line, tabSize, indentUnit);
  let html = '';
  let pending = { name: '', text: '' };
  while (!stream.eol()) {
    const style = nextToken(stream, parser, state);
    const text = stream.current();
    const name = classOf(style, parser.name);
    if (name === pending.name) pending.text += text;
    else {
      html += span(pending);
      pending = { name, text };
    }
  }
  return html + span(pending);
}

/** A parser may change its state a few times before it moves on; one that never does is helped past a character. */
function nextToken(
  stream: StringStream,
  parser: StreamParser<unknown>,
  state: unknown,
): string | null {
  stream.start = stream.pos;
  for (let tries = 0; tries < 10; tries++) {
    const style = parser.token(stream, state);
    if (stream.pos > stream.start) return style;
  }
  stream.next();
  return null;
}

function span({ name, text }: { name: string; text: string }): string {
  return name === '' ? escapeText(text) : `<span class="hljs-${name}">${escapeText(text)}</span>`;
}
