import { type DefaultTreeAdapterTypes, html } from 'parse5';
import {
  type FindImage,
  imageAt,
  safeAddress,
  sizeAttributes,
  sourceAttributes,
} from '../images/pageImage.ts';
import { missingImage } from '../missingImage.ts';
import { cleanAttributes } from './attributes.ts';
import { droppedElements, keptElements, voidElements } from './elements.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { cleanMathAttribute, mathElements } from './mathMl.ts';
import { deepest } from './parseWithin.ts';
import { writeSvg } from './svg.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** What of a page's own may stand in it. */
interface OwnThings {
  readonly image: FindImage;
  readonly isDrawing: (svg: string) => boolean;
}

interface Place extends OwnThings {
  readonly insideLink: boolean;
  readonly depth: number;
}

/** A tree's allowed part as HTML, or null when it is nested deeper than any essay is. */
export function filterTree(tree: ParentNode, own: OwnThings): string | null {
  try {
    return children(tree, { ...own, insideLink: false, depth: 0 });
  } catch (thrown) {
    if (thrown instanceof TooDeep) return null;
    throw thrown;
  }
}

/** A parser that moves a subtree can nest it deeper than it grew. */
class TooDeep extends Error {}

function children(parent: ParentNode, place: Place): string {
  if (place.depth > deepest) throw new TooDeep();
  let clean = '';
  for (const child of parent.childNodes) clean += node(child, place);
  return clean;
}

function node(node: Node, place: Place): string {
  if (node.nodeName === '#text') {
    return escapeText((node as DefaultTreeAdapterTypes.TextNode).value);
  }
  return 'tagName' in node ? element(node, place) : '';
}

function element(element: Element, place: Place): string {
  const name = element.tagName;
  if (element.namespaceURI === html.NS.MATHML) return mathElement(element, place.depth + 1);
  if (name === 'svg' && element.namespaceURI === html.NS.SVG) {
    const svg = writeSvg(element);
    return place.isDrawing(svg) ? svg : '';
  }
  if (element.namespaceURI !== html.NS.HTML || droppedElements.has(name)) return '';
  if (name === 'img') return imageElement(element, place);
  if (name === 'input') return checkbox(element);
  const inside = {
    ...place,
    insideLink: place.insideLink || name === 'a',
    depth: place.depth + 1,
  };
  if (!keptElements.has(name)) return children(element, inside);
  const opening = `<${name}${written(cleanAttributes(element))}>`;
  if (voidElements.has(name)) return opening;
  const content = children(element, inside);
  // A parser drops the line break right after `<pre>`, so one that belongs to the text is doubled.
  const kept = name === 'pre' && content.startsWith('\n') ? `\n${content}` : content;
  return `${opening}${kept}</${name}>`;
}

/** A formula's element with what of it is MathML and text: HTML inside a formula is where a page is read two ways. */
function mathElement(element: Element, depth: number): string {
  if (depth > deepest) throw new TooDeep();
  if (!mathElements.has(element.tagName)) return '';
  const attributes = element.attrs.flatMap(({ name, value }) => {
    const clean = cleanMathAttribute(name, value);
    return clean === null ? [] : [[name, clean] as const];
  });
  let inside = '';
  for (const child of element.childNodes) {
    if (child.nodeName === '#text') {
      inside += escapeText((child as DefaultTreeAdapterTypes.TextNode).value);
    } else if ('tagName' in child && child.namespaceURI === html.NS.MATHML) {
      inside += mathElement(child, depth + 1);
    }
  }
  return `<${element.tagName}${written(attributes)}>${inside}</${element.tagName}>`;
}

function imageElement(element: Element, { image, insideLink }: Place): string {
  const attribute = (name: string) => element.attrs.find((attr) => attr.name === name)?.value ?? '';
  const source = attribute('src');
  const found = imageAt(source, image);
  const address = found && safeAddress(found);
  if (!found || !address) return missingImage({ source, alt: attribute('alt'), insideLink });
  const said = cleanAttributes(element);
  return `<img${written([...sourceAttributes(found, address), ...said, ...sizeAttributes(found, said)])}>`;
}

/** The mark of a task; every other control is dropped. */
function checkbox(element: Element): string {
  const type = element.attrs.find((attr) => attr.name === 'type')?.value.toLowerCase();
  return type === 'checkbox'
    ? `<input${written([...cleanAttributes(element), ['disabled', '']])} type="checkbox">`
    : '';
}

function written(attributes: readonly (readonly [name: string, value: string])[]): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
}
