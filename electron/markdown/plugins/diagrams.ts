import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { fenceLanguage } from '../code/fenceInfo.ts';
import { withIdsEnding } from '../diagrams/copies.ts';
import { escapeText } from '../html/escape.ts';
import { blockEnv } from '../page/blockEnv.ts';

/**
 * Fences of `mermaid` as their drawings, one for light and one for dark grounds, of which a page without a style shows
 * the first. One that is wrong is shown as its source with the reason; one that was not drawn yet, as its source. Call
 * after `codeBlocks`.
 */
export function diagrams(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'diagrams', turnFences);
  const fence = md.renderer.rules.fence!;
  md.renderer.rules.diagram = (tokens, at, options, env, renderer) => {
    const token = tokens[at]!;
    const { diagram, report, hole } = blockEnv(env);
    const source = token.content.trim();
    const drawing = diagram(source);
    if (drawing?.kind === 'drawn') {
      const copy = hole({ kind: 'copy', source });
      const [light, dark] = [drawing.light, drawing.dark].map((svg) => withIdsEnding(svg, copy));
      return `<figure class="diagram"${renderer.renderAttrs(token)}><div class="diagram-light">${light}</div><div class="diagram-dark" hidden="">${dark}</div></figure>\n`;
    }
    const reason = drawing?.reason ?? notDrawnYet;
    report({ kind: 'diagram', line: token.map?.[0] ?? 0, what: firstLine(source), reason });
    if (!drawing) return fence(tokens, at, options, env, renderer);
    return `<div class="diagram-error"${renderer.renderAttrs(token)}><pre tabindex="0"><code>${escapeText(source)}</code></pre><p>This diagram cannot be drawn: ${escapeText(reason)}</p></div>\n`;
  };
}

/** Why a diagram that nobody has looked at is not on the page. */
export const notDrawnYet = 'it was not drawn yet: open the essay in the window';

function turnFences(state: StateCore): void {
  for (const token of state.tokens) if (isDiagram(token)) token.type = 'diagram';
}

/** Whether a block is a diagram's fence. */
export function isDiagram({ type, info, content }: Token): boolean {
  return type === 'fence' && fenceLanguage(info) === 'mermaid' && content.trim() !== '';
}

function firstLine(source: string): string {
  return source.split('\n', 1)[0]!.slice(0, 80);
}
