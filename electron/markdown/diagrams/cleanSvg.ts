import { parseWithin } from '../html/parseWithin.ts';
import { writeSvg } from '../html/svg.ts';

/** A drawing with nothing in it but shapes and text, or null for what is none. */
export function cleanSvg(svg: string): string | null {
  const root = parseWithin(svg)?.childNodes.find((node) => node.nodeName === 'svg');
  const clean = root && 'tagName' in root ? writeSvg(root) : '';
  return clean === '' ? null : clean;
}
