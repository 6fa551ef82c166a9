import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Essay } from '#contract/essay.ts';
import { escapeAttribute, escapeText } from '#markdown/html/escape.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * A page in the few elements that Medium's editor keeps when it is pasted: two sizes of headings, flat lists, quotes,
 * code, emphasis and links. A table becomes lines of code, a footnote a number and a list at the end, a nested list
 * items with a dash before them; no word is lost.
 */
export function pasteHtml({ title, tags }: Essay, html: string): string {
  const named = title.trim() || 'Untitled';
  const [first, ...rest] = parseFragment(html).childNodes;
  const opens = first && isElement(first) && text([first]).trim() === named;
  const body = blocks(opens && first.tagName === 'h1' ? rest : parseFragment(html).childNodes);
  const chosen = tags
    .slice(0, mostTags)
    .map((tag) => Array.from(tag).slice(0, longestTag).join(''));
  const meta =
    chosen.length > 0
      ? `<meta name="keywords" content="${escapeAttribute(chosen.join(', '))}">\n`
      : '';
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `${meta}<title>${escapeText(named)}</title>`,
    '</head>',
    '<body>',
    `<h1>${escapeText(named)}</h1>`,
    `${body}</body>`,
    '</html>',
    '',
  ].join('\n');
}

const mostTags = 3;
const longestTag = 25;

function blocks(nodes: readonly Node[]): string {
  let out = '';
  let loose = '';
  const flush = () => {
    if (loose.trim()) out += `<p>${loose.trim()}</p>\n`;
    loose = '';
  };
  for (const node of nodes) {
    const made = isElement(node) ? block(node) : null;
    if (made === null) loose += inline([node]);
    else {
      flush();
      out += made;
    }
  }
  flush();
  return out;
}

/** A block as Medium has it, or null for what stands in a line. */
function block(element: Element): string | null {
  const { tagName: name, childNodes: children } = element;
  if (/^h[12]$/.test(name)) return `<h2>${inline(children)}</h2>\n`;
  if (/^h[3-6]$/.test(name)) return `<h3>${inline(children)}</h3>\n`;
  switch (name) {
    case 'p':
    case 'figcaption':
    case 'summary':
    case 'dt':
    case 'dd':
      return `<p>${inline(children)}</p>\n`;
    case 'ul':
    case 'ol':
      return `<${name}>\n${items(element, '')}</${name}>\n`;
    case 'pre':
      return `<pre>${escapeText(text(children))}</pre>\n`;
    case 'blockquote':
      return `<blockquote>${paragraphs(children)}</blockquote>\n`;
    case 'table':
      return `<pre>${escapeText(asLines(element))}</pre>\n`;
    case 'nav':
      // Its links lead to places of the page, which Medium does not know.
      return '';
    case 'hr':
      return '<hr>\n';
    case 'section':
      return `<hr>\n${blocks(children)}`;
    case 'div':
    case 'figure':
    case 'details':
    case 'dl':
    case 'article':
    case 'header':
    case 'footer':
    case 'aside':
      return blocks(children);
    default:
      return null;
  }
}

/** Items of a list and of the lists in it, one after another. */
function items(list: Element, before: string): string {
  return elements(list.childNodes)
    .map((item) => {
      const inner = item.childNodes.filter((node) => isElement(node) && isList(node)) as Element[];
      const own = item.childNodes.filter((node) => !inner.includes(node as Element));
      const nested = inner.map((one) => items(one, `${before}– `)).join('');
      return `<li>${before}${paragraphs(own)}</li>\n${nested}`;
    })
    .join('');
}

/** Several paragraphs as one, a line break between. */
function paragraphs(nodes: readonly Node[]): string {
  const parts = nodes.map((node) => {
    if (!isElement(node)) return inline([node]).trim();
    if (isList(node))
      return elements(node.childNodes)
        .map((item) => `– ${inline(item.childNodes)}`)
        .join('<br>');
    if (node.tagName === 'blockquote' || node.tagName === 'div') return paragraphs(node.childNodes);
    if (node.tagName === 'table') return escapeText(asLines(node)).replaceAll('\n', '<br>');
    return inline(block(node) === null ? [node] : node.childNodes);
  });
  const isBlock = nodes.some((node) => isElement(node) && block(node) !== null);
  return isBlock ? parts.filter((part) => part.trim()).join('<br>') : inline(nodes).trim();
}

function inline(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return 'value' in node ? escapeText(node.value) : '';
      const inner = () => inline(node.childNodes);
      switch (node.tagName) {
        case 'br':
          return '<br>';
        case 'a':
          return link(node, inner());
        case 'sup':
          return /footnote-ref/.test(attribute(node, 'class'))
            ? `[${text(node.childNodes)}]`
            : inner();
        case 'img':
          return attribute(node, 'src')
            ? `<img src="${escapeAttribute(attribute(node, 'src'))}" alt="${escapeAttribute(attribute(node, 'alt'))}">`
            : '';
        case 'input':
          return node.attrs.some(({ name }) => name === 'checked') ? '☑ ' : '☐ ';
        case 'strong':
        case 'b':
          return `<strong>${inner()}</strong>`;
        case 'em':
        case 'i':
        case 'cite':
          return `<em>${inner()}</em>`;
        case 'code':
        case 'kbd':
        case 'samp':
          return `<code>${inner()}</code>`;
        default:
          return inner();
      }
    })
    .join('');
}

/** A link within the page leads nowhere on Medium. */
function link(element: Element, inner: string): string {
  const href = attribute(element, 'href');
  if (/footnote-backref/.test(attribute(element, 'class'))) return '';
  return /^(?:https?|mailto):/i.test(href)
    ? `<a href="${escapeAttribute(href)}">${inner}</a>`
    : inner;
}

/** A table's rows as lines, its columns as wide as their widest cell. */
function asLines(table: Element): string {
  const rows = descendants(table, 'tr').map((row) =>
    elements(row.childNodes).map((cell) => text(cell.childNodes).replace(/\s+/g, ' ').trim()),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => Array.from(row[at] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat(widths[at]! - Array.from(cell).length))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function descendants(element: Element, name: string): Element[] {
  return elements(element.childNodes).flatMap((child) =>
    child.tagName === name ? [child] : descendants(child, name),
  );
}

function elements(nodes: readonly Node[]): Element[] {
  return nodes.filter(isElement);
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

function attribute(element: Element, wanted: string): string {
  return element.attrs.find(({ name }) => name === wanted)?.value ?? '';
}

function text(nodes: readonly Node[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'childNodes' in node ? text(node.childNodes) : '',
    )
    .join('');
}
