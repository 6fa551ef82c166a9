import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';
import { changeText, writtenLines } from './lines.ts';
import { nodeAround } from './syntax.ts';

/** Gives the selected lines a heading level, or none (0). The level they have already is taken away. */
export function setHeading(level: 0 | 1 | 2 | 3 | 4 | 5 | 6): StateCommand {
  return changeText((state) => {
    const lines = writtenLines(state);
    const isSet = level > 0 && lines.every((line) => levelOf(state, line) === level);
    const marks = isSet || level === 0 ? '' : `${'#'.repeat(level)} `;
    return lines.flatMap((line) => [...headingMark(line, marks), ...withoutUnderline(state, line)]);
  });
}

const heading = /^((?:[ \t]*>)*[ \t]{0,3})(#{1,6}(?:[ \t]+|$))?/;

function levelOf(state: EditorState, line: Line): number {
  const marks = heading.exec(line.text)?.[2];
  if (marks) return marks.trim().length;
  return Number(setextAround(state, line)?.name.at(-1) ?? 0);
}

function headingMark(line: Line, marks: string): ChangeSpec[] {
  const [, lead = '', old = ''] = heading.exec(line.text)!;
  if (old === marks) return [];
  const from = line.from + lead.length;
  return [{ from, to: from + old.length, insert: marks }];
}

function withoutUnderline(state: EditorState, line: Line): ChangeSpec[] {
  const node = setextAround(state, line);
  if (!node) return [];
  const underline = state.doc.lineAt(node.to);
  if (state.doc.lineAt(node.from).number !== line.number) return [];
  return [{ from: underline.from - 1, to: underline.to }];
}

function setextAround(state: EditorState, line: Line) {
  return nodeAround(state, line.from, line.to, ['SetextHeading1', 'SetextHeading2']);
}
