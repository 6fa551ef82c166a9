import mermaid from 'mermaid';
import type { Drawing } from '#contract/drawings.ts';
import { flatSvg } from './flatSvg.ts';
import { type Ground, themes } from './themes.ts';

/**
 * Draws a diagram for light and for dark grounds, in the type face of the page whose style is given. One at a time: what
 * draws keeps its settings to itself. A source that is wrong is told with the reason, and never thrown.
 */
export function drawDiagram(source: string, pageStyle: string): Promise<Drawing> {
  const drawn = last.then(() => draw(source, pageStyle));
  last = drawn.catch(() => undefined);
  return drawn;
}

let last: Promise<unknown> = Promise.resolve();

async function draw(source: string, pageStyle: string): Promise<Drawing> {
  const room = await openRoom(pageStyle);
  try {
    const name = await nameOf(source);
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

/** With tags as text, but for line breaks: what draws would make elements of them in the window, if only to measure. */
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

/** A place in the window where a drawing can be measured and nobody sees it, with the page's type faces. */
async function openRoom(pageStyle: string): Promise<HTMLElement> {
  const room = document.createElement('div');
  room.className = 'drawing-room';
  room.setAttribute('aria-hidden', 'true');
  room.inert = true;
  const style = document.createElement('style');
  style.textContent = (pageStyle.match(/@font-face\s*\{[^}]*\}/g) ?? []).join('\n');
  room.append(style);
  document.body.append(room);
  await document.fonts.load(`16px ${face}`, 'Aa').catch(() => []);
  return room;
}

/** Eight digits that follow from the source, so that no two drawings of a page share a name. */
async function nameOf(source: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
  return [...new Uint8Array(bytes, 0, 4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** The end of a sentence, on one line. */
function reasonOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const [first = ''] = message.split('\n');
  const reason = first.replace(/^Error:\s*/, '').replace(/[:.\s]+$/, '');
  return reason.slice(0, 200) || 'it cannot be read';
}
