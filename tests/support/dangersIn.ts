import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/**
 * What in a page could run, load or mislead, by rules of its own: not the cleaner's allow list, but what browsers do.
 * Empty for a harmless page.
 */
export function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const nodes: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(html).childNodes];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (!('tagName' in node)) continue;
    nodes.push(...node.childNodes);
    if (active.has(node.tagName)) dangers.push(`<${node.tagName}>`);
    if (isInFormula(node) && !inertInFormula.has(node.tagName)) {
      dangers.push(`<${node.tagName}> in a formula`);
    }
    if (node.tagName === 'input' && !isFixedCheckbox(node)) dangers.push('an input to fill in');
    for (const { name, value } of node.attrs) {
      if (isDanger(name, value) || (isInFormula(node) && namesOrLinks.test(name)))
        dangers.push(`${node.tagName} ${name}="${value}"`);
    }
  }
  return dangers;
}

const active = new Set(
  'script style iframe frame frameset object embed applet form button select textarea meta base link svg template noscript xmp plaintext noembed noframes title video audio source track portal dialog slot'.split(
    ' ',
  ),
);

/** Where HTML stands inside a formula, a page that is written out and read again becomes another one. */
function isInFormula(node: DefaultTreeAdapterTypes.Element): boolean {
  for (let at: DefaultTreeAdapterTypes.ParentNode | null = node; at && 'tagName' in at; ) {
    if (at.tagName === 'math') return true;
    at = at.parentNode;
  }
  return false;
}

const inertInFormula = new Set(
  'math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none'.split(
    ' ',
  ),
);

const namesOrLinks = /^(?:id|style|href|src|actiontype|definitionurl|encoding)$/i;

function isFixedCheckbox({ attrs }: DefaultTreeAdapterTypes.Element): boolean {
  const value = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value;
  return value('type') === 'checkbox' && value('disabled') !== undefined;
}

function isDanger(name: string, value: string): boolean {
  if (
    /^on|^data-|^xlink|^(name|srcset|ping|target|background|poster|action|formaction|srcdoc|slot|is)$/.test(
      name,
    )
  )
    return true;
  if (name === 'style') return !/^text-align:(left|center|right)$/.test(value);
  if (name === 'src') return !/^data:image\/(png|jpe?g|gif|webp|avif|bmp);base64,/.test(value);
  if (name !== 'href' && name !== 'cite') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these before they read a scheme.
  const address = value.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  if (/^[/\\]{2}/.test(address)) return true;
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(address)?.[1];
  return scheme !== undefined && !['http', 'https', 'mailto', 'tel', 'xmpp'].includes(scheme);
}
