import { splitBlocks } from '../page/splitBlocks.ts';
import { parserFor } from '../parser.ts';
import { isDiagram } from '../plugins/diagrams.ts';

/** The sources of the diagrams of a text, each once, in the order they are written. */
export function diagramSources(text: string): readonly string[] {
  if (!/mermaid/i.test(text)) return [];
  const sources = new Set<string>();
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  splitBlocks(parserFor(), plain, false, (_, { tokens }) => {
    for (const token of tokens) if (isDiagram(token)) sources.add(token.content.trim());
    return true;
  });
  return [...sources];
}
