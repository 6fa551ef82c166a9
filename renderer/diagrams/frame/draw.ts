import mermaid from 'mermaid';
import type { Drawing } from '#contract/drawings.ts';
import type { ToDraw } from '../messages.ts';
import { flatSvg } from './flatSvg.ts';
import { type Ground, themes } from './themes.ts';

/** Draws a diagram for light and for dark grounds, in the type face of the page. A source that is wrong is told with the reason, and never thrown. */
export async function draw({ source, name }: ToDraw): Promise<Drawing> {
  const room = document.createElement('div');
  document.body.append(room);
  try {
    await document.fonts.load(`16px ${face}`, 'Aa').catch(() => []);
    const light = await drawOn('light', source, name, room);
    const dark = await drawOn('dark', source, name, room);
    return { kind: 'drawn', light, dark };
  } catch (thrown) {
    return { kind: 'wrong', reason: reasonOf(thrown) };
  } finally {
    room.remove();
  }
}

async function drawOn(ground: Ground, source: string, name: string, room: HTMLElement) {
  // Strict: no click, no HTML of the source's own. What the source says of settings is held to what may be said.
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    secure: ours,
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    class: { htmlLabels: false },
    deterministicIds: true,
    theme: 'base',
    themeVariables: themes[ground],
    fontFamily: face,
    // A line does not show through its own label.
    themeCSS: '.edgeLabel rect { opacity: 1 !important; }',
  });
  const id = `drawing-${name}-${ground}`;
  const { svg } = await mermaid.render(id, withoutTags(source), room);
  return flatSvg(svg, room, `d${name}${ground.charAt(0)}`);
}

/** With tags as text, but for line breaks: what draws would make elements of them, if only to measure. */
function withoutTags(source: string): string {
  return source.replaceAll(/(?<!<)<(?=[a-z!/])(?!br\s*\/?>)/gi, '#lt;');
}

/** Settings that no source may say: what keeps it from acting, and what would be written into a style sheet as it stands. */
const ours = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'suppressErrorRendering',
  'maxTextSize',
  'maxEdges',
  'htmlLabels',
  'dompurifyConfig',
  'themeCSS',
  'themeVariables',
  'fontFamily',
  'altFontFamily',
];

const face = '"Source Serif 4", Georgia, serif';

/** The end of a sentence, on one line. */
function reasonOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const [first = ''] = message.split('\n');
  const reason = first.replace(/^Error:\s*/, '').replace(/[:.\s]+$/, '');
  return reason.slice(0, 200) || 'it cannot be read';
}
