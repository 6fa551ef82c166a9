import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** The words that a reader sees of a page, each block on lines of its own. */
export function proseOf(html: string): string {
  let text = '';
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text') {
      text += (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
      return;
    }
    if (unseen.has(node.nodeName)) return;
    if (node.nodeName === 'pre') {
      text += `\n\n${exactText(node)}\n\n`;
      return;
    }
    const isBlock = blocks.test(node.nodeName);
    if (isBlock) text += '\n\n';
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if (isBlock) text += '\n\n';
    else if (node.nodeName === 'br') text += '\n';
    else if (node.nodeName === 'td' || node.nodeName === 'th') text += '\t';
  };
  walk(parse(html));
  return `${text
    .replace(/[ ]+\n/g, '\n')
    .replace(/\n[ ]+(?=\n)/g, '\n')
    .replace(/\n\n[ ]/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function exactText(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(exactText).join('') : '';
}

const unseen = new Set(['head', 'script', 'style', 'template', '#comment', '#documentType']);
const blocks =
  /^(?:address|article|aside|blockquote|details|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|table|tr|ul)$/;
