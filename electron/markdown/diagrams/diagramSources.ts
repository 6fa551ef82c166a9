import { openPage } from '../openPage.ts';

/** The sources of the diagrams of a text, each once, in the order of the page. */
export function diagramSources(text: string): readonly string[] {
  if (!/mermaid/i.test(text)) return [];
  const asked = new Set<string>();
  const diagram = (source: string) => {
    asked.add(source);
    return undefined;
  };
  openPage(text, () => ({ kind: 'right', html: '' }), { diagram }).page();
  return [...asked];
}
