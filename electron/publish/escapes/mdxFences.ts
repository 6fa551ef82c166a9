import { type CodeBlock, lineStarts } from '../source/proseOnly.ts';
import type { Splice } from '../source/spliceAll.ts';

/** Blocks of code as MDX reads them: what was indented has fences, and a fence begins and ends where ours does. */
export function mdxFences(source: string, blocks: readonly CodeBlock[]): Splice[] {
  const starts = lineStarts(source);
  return blocks.flatMap((block): Splice[] => {
    const from = starts[block.from]!;
    const to = starts[block.to] ?? source.length;
    const written = source.slice(from, to);
    const fenced = block.kind === 'fence' ? fence(written, block) : indented(block);
    if (fenced === null) return [];
    return [{ from, to, insert: fenced + (/[\r\n]*$/.exec(written)![0] || '\n') }];
  });
}

function indented({ depth, code }: CodeBlock): string | null {
  return depth > 0 ? null : asFence(code.trimEnd(), '', '');
}

function fence(written: string, { depth, code }: CodeBlock): string | null {
  // Whoever reads no footnotes reads this one as a paragraph, which no fence can stand in.
  const noted = /^([^`~]*\[\^[^\]]+\]:)[ \t>*+\-.)\d]*(?:`{3,}|~{3,})(.*)/.exec(written);
  if (noted && depth > 0) {
    const [, note = '', info = ''] = noted;
    const margin = `${note.replace(/\[\^.*/s, '').replace(/[^>\s]/g, ' ')}    `;
    return `${note}\n${margin.trimEnd()}\n${asFence(code.replace(/\n$/, ''), info, margin)}`;
  }
  // There a fence may be indented as far as one likes, so that a line of the code could close it.
  if (depth > 0 || !/^ {4,}(?:`{3}|~{3})/m.test(code)) return null;
  const info = /^ *(?:`{3,}|~{3,})(.*)/.exec(written)?.[1] ?? '';
  return asFence(code.replace(/\n$/, ''), info, '');
}

/** Code between fences that nothing in it can close, each line behind the margin. */
function asFence(code: string, info: string, margin: string): string {
  const longest = [...code.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const line = '`'.repeat(longest + 1);
  return [line + info.replaceAll('`', ''), ...code.split('\n'), line]
    .map((each) => margin + each)
    .join('\n');
}
