import type { Element, ElementContent, Root, RootContent } from 'hast';
import { officeLists } from './officeLists.ts';

/**
 * What of a pasted tree is text: without scripts, styles, embeds, form fields, comments, what was
 * hidden, tracking images, and addresses that a browser would run. Formatting that Google Docs and
 * Word write as styles becomes elements, their wrappers go.
 */
export function cleanTree(tree: Root): Root {
  return { type: 'root', children: cleanNodes(officeLists(tree.children)) };
}

/** Dropped with all they hold. */
const dropped = new Set([
  ...['script', 'style', 'template', 'noscript', 'head', 'title', 'meta', 'link', 'base'],
  ...['iframe', 'frame', 'object', 'embed', 'applet', 'param', 'source', 'track', 'audio', 'video'],
  ...['svg', 'math', 'canvas', 'map', 'area', 'dialog'],
  ...['button', 'select', 'textarea', 'datalist', 'progress', 'meter'],
]);

/** Kept as they are; anything else gives way to what it holds. */
const kept = new Set([
  ...[
    'p',
    'br',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'code',
    'kbd',
    'samp',
  ],
  ...[
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'a',
    'strong',
    'b',
    'em',
    'i',
    'cite',
    'del',
    's',
    'strike',
  ],
  ...[
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'caption',
    'div',
    'figure',
    'figcaption',
  ],
]);

function cleanNodes(nodes: readonly RootContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element' || dropped.has(node.tagName) || isHidden(node)) return [];
    return cleanElement(node);
  });
}

function cleanElement(node: Element): ElementContent[] {
  const { tagName } = node;
  if (tagName === 'img') return cleanImage(node);
  if (tagName === 'input') return isCheckbox(node) ? [node] : [];
  const children = cleanNodes(node.children);
  if (tagName === 'a') return cleanLink(node, children);
  if (isOutline(node)) return children;
  if (tagName === 'pre') return [{ ...element('pre', children), properties: languageOf(node) }];
  if (kept.has(tagName))
    return [{ ...element(tagName, children), properties: plainProperties(node) }];
  return styled(node, children);
}

/** Google Docs wraps everything in a `b` that is not bold. Chromium writes out every style, so each tag has one that counts. */
function isOutline(node: Element): boolean {
  if (/^(?:b|strong)$/.test(node.tagName)) {
    return /font-weight:\s*(?:normal|[1-4]00)/i.test(styleOf(node));
  }
  return /^(?:i|em)$/.test(node.tagName) && /font-style:\s*normal/i.test(styleOf(node));
}

function styled(node: Element, children: ElementContent[]): ElementContent[] {
  const style = styleOf(node);
  const hasText = children.some((child) => child.type !== 'text' || child.value.trim());
  if (node.tagName !== 'span' || !hasText) return children;
  if (/font-family:[^;]*(?:monospace|courier|consolas|menlo|roboto mono)/i.test(style)) {
    return [element('code', children)];
  }
  let content = children;
  if (/text-decoration[^;]*:[^;]*line-through/i.test(style)) content = [element('del', content)];
  if (/font-style:\s*italic/i.test(style)) content = [element('em', content)];
  if (/font-weight:\s*(?:bold|[6-9]\d\d)/i.test(style)) content = [element('strong', content)];
  return content;
}

function cleanLink(node: Element, children: ElementContent[]): ElementContent[] {
  const href = webAddress(unwrapped(String(node.properties.href ?? '')));
  if (!href) return children;
  const hasContent = children.some(
    (child) => child.type === 'element' || ('value' in child && child.value?.trim()),
  );
  return hasContent ? [{ ...element('a', children), properties: { href } }] : [];
}

/** An image from the web keeps its address and words; one that counts readers goes. */
function cleanImage(node: Element): ElementContent[] {
  const { src, alt, width, height } = node.properties;
  const words = typeof alt === 'string' ? alt.trim() : '';
  const isTiny = [width, height].some((size) => size !== undefined && Number(size) <= 2);
  const address = webAddress(String(src ?? ''));
  if (isTiny) return [];
  if (!address || address.startsWith('mailto:'))
    return words ? [{ type: 'text', value: words }] : [];
  return [{ ...element('img', []), properties: { src: address, alt: words } }];
}

/** An absolute http, https or mailto address, else null. */
function webAddress(address: string): string | null {
  try {
    const url = new URL(address.trim());
    return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The address that a mail program's or search engine's redirect leads to. */
function unwrapped(address: string): string {
  const inner = /^https:\/\/www\.google\.[a-z.]+\/url\?(?:.*&)?(?:q|url)=([^&]+)/.exec(
    address,
  )?.[1];
  if (!inner) return address;
  try {
    return decodeURIComponent(inner);
  } catch {
    return address;
  }
}

function isHidden(node: Element): boolean {
  const { hidden } = node.properties;
  return (
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/i.test(styleOf(node))
  );
}

function isCheckbox(node: Element): boolean {
  return node.properties.type === 'checkbox';
}

/** The language of a code block is in a class of it, of what it holds, or of what holds it. */
function languageOf(node: Element): Element['properties'] {
  return { className: classesOf(node).filter((name) => /^(?:language|lang)-/.test(name)) };
}

function plainProperties(node: Element): Element['properties'] {
  const { tagName, properties } = node;
  if (tagName === 'code') return languageOf(node);
  if (tagName === 'ol' && properties.start !== undefined) return { start: properties.start };
  if (/^t[hd]$/.test(tagName)) {
    const { align, colSpan } = properties;
    return { ...(align ? { align } : {}), ...(colSpan ? { colSpan } : {}) };
  }
  return {};
}

function classesOf(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function styleOf(node: Element): string {
  return typeof node.properties.style === 'string' ? node.properties.style : '';
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
