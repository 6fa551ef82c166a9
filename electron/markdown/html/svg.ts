import { type DefaultTreeAdapterTypes, html } from 'parse5';
import { escapeAttribute, escapeText } from './escape.ts';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * A drawing's element with what of it is plain shapes and text, by an allow list: nothing that links, loads, runs, moves,
 * or lets HTML in, and no styles. Written out and read again, it is the same.
 */
export function writeSvg(element: Element): string {
  if (element.namespaceURI !== html.NS.SVG || !svgElements.has(element.tagName)) return '';
  const attributes = element.attrs.flatMap(({ name, value }) => {
    const pattern = Object.hasOwn(svgAttributes, name) ? svgAttributes[name] : undefined;
    return pattern?.test(value) ? [` ${name}="${escapeAttribute(value)}"`] : [];
  });
  let inside = '';
  for (const child of element.childNodes) {
    if (child.nodeName === '#text') {
      const { value } = child as DefaultTreeAdapterTypes.TextNode;
      if (element.tagName === 'text' || element.tagName === 'tspan') inside += escapeText(value);
    } else if ('tagName' in child) inside += writeSvg(child);
  }
  return `<${element.tagName}${attributes.join('')}>${inside}</${element.tagName}>`;
}

const svgElements: ReadonlySet<string> = new Set(
  'svg g defs marker path rect circle ellipse line polyline polygon text tspan'.split(' '),
);

const number = '-?(?:\\d{1,7}(?:\\.\\d{0,12})?|\\.\\d{1,12})(?:e-?\\d{1,3})?';
const length = new RegExp(`^${number}(?:px|%|em)?$`, 'i');
const lengths = new RegExp(`^${number}(?:px|em)?(?:[\\s,]+${number}(?:px|em)?){0,2000}$`, 'i');
const paint = /^(?:#[0-9a-f]{3,8}|rgba?\([\d\s.,%/]{1,60}\)|[a-z]{3,20})$/i;
const id = /^[a-z][a-z0-9-]{0,60}$/;
const reference = /^url\(#[a-z][a-z0-9-]{0,60}\)$/;
const opacity = /^(?:0|1|0?\.\d{1,6})$/;

const svgAttributes: Readonly<Record<string, RegExp>> = {
  'aria-label': /^[\s\S]{1,1000}$/,
  cx: length,
  cy: length,
  d: /^[MmLlHhVvCcSsQqTtAaZz\d\s.,e+-]{0,200000}$/,
  'dominant-baseline': /^[a-z-]{3,20}$/,
  dx: length,
  dy: length,
  fill: paint,
  'fill-opacity': opacity,
  'font-family': /^[\w\s",.-]{1,200}$/,
  'font-size': length,
  'font-style': /^(?:normal|italic)$/,
  'font-weight': /^(?:normal|bold|[1-9]00)$/,
  height: length,
  id,
  'marker-end': reference,
  'marker-mid': reference,
  'marker-start': reference,
  markerHeight: length,
  markerUnits: /^(?:userSpaceOnUse|strokeWidth)$/,
  markerWidth: length,
  opacity,
  orient: /^(?:auto|auto-start-reverse|-?\d{1,3})$/,
  points: lengths,
  r: length,
  refX: length,
  refY: length,
  role: /^img$/,
  rx: length,
  ry: length,
  stroke: paint,
  'stroke-dasharray': lengths,
  'stroke-linecap': /^[a-z]{3,10}$/,
  'stroke-linejoin': /^[a-z]{3,10}$/,
  'stroke-opacity': opacity,
  'stroke-width': length,
  'text-anchor': /^(?:start|middle|end)$/,
  transform:
    /^(?:(?:translate|rotate|scale|matrix|skewX|skewY)\([\d\s.,e+-]{1,200}\)[\s,]*){1,20}$/,
  viewBox: lengths,
  width: length,
  x: length,
  x1: length,
  x2: length,
  y: length,
  y1: length,
  y2: length,
};
