/**
 * A drawing with what its style sheet says written on its elements, so that it looks the same wherever it stands and
 * changes nothing around it. `room` is in the document, for styles are only told there. Ids become `name-1`, `name-2`…
 */
export function flatSvg(source: string, room: HTMLElement, name: string): string {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  if (parsed.localName !== 'svg') throw new Error('it was not drawn');
  const svg = document.importNode(parsed, true) as unknown as SVGSVGElement;
  room.append(svg);
  try {
    const shown = [...svg.querySelectorAll<SVGElement>('*')].filter((each) => !isHidden(each));
    const looks = new Map([svg, ...shown].map((each) => [each, lookOf(each)]));
    const title = svg.querySelector('title')?.textContent?.trim();
    return written(svg, looks, idsIn(svg, name), title || 'Diagram');
  } finally {
    svg.remove();
  }
}

const space = 'http://www.w3.org/2000/svg';

function isHidden(element: Element): boolean {
  // What is only referred to is never laid out.
  if (element.closest('defs, marker')) return false;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

/** Properties that go down to what is inside, and those that do not with what they are without a word. */
const inherited = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'marker-start',
  'marker-mid',
  'marker-end',
] as const;
const own = { opacity: '1', 'dominant-baseline': 'auto' } as const;

type Look = ReadonlyMap<string, string>;

function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const names = [...inherited, ...Object.keys(own)];
  return new Map(names.map((name) => [name, plain(style.getPropertyValue(name))]));
}

/** Without units that are none, and with colours as digits. */
function plain(value: string): string {
  const colour = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value);
  if (!colour) return value.replace(/(\d)px/g, '$1');
  const [, red, green, blue, alpha = '1'] = colour;
  if (Number(alpha) === 0) return 'none';
  const digits = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0'));
  const last =
    alpha === '1'
      ? ''
      : Math.round(Number(alpha) * 255)
          .toString(16)
          .padStart(2, '0');
  return `#${digits.join('')}${last}`;
}

/** New ids for those that are referred to; all others go. */
function idsIn(svg: Element, name: string): ReadonlyMap<string, string> {
  const asked = new Set(
    [...svg.outerHTML.matchAll(/url\((?:&quot;|["'])?#([^)"'&]+)/g)].map(([, id]) => id!),
  );
  return new Map([...asked].map((id, at) => [id, `${name}-${at + 1}`]));
}

/** Geometry, which is said by attributes and not by styles. */
const kept = new Set(
  'cx cy d dx dy height markerHeight markerUnits markerWidth orient points r refX refY rx ry transform viewBox width x x1 x2 y y1 y2'.split(
    ' ',
  ),
);

function written(
  svg: SVGSVGElement,
  looks: ReadonlyMap<Element, Look>,
  ids: ReadonlyMap<string, string>,
  title: string,
): string {
  const first = new Map<string, string>([
    ['stroke', 'none'],
    ['fill-opacity', '1'],
    ['stroke-opacity', '1'],
    ['stroke-width', '1'],
    ['stroke-dasharray', 'none'],
    ['stroke-linecap', 'butt'],
    ['stroke-linejoin', 'miter'],
    ['font-style', 'normal'],
    ['font-weight', '400'],
    ['text-anchor', 'start'],
    ['marker-start', 'none'],
    ['marker-mid', 'none'],
    ['marker-end', 'none'],
  ]);

  function copy(from: Element, around: Look): SVGElement | null {
    const look = looks.get(from);
    if (!look || from.namespaceURI !== space || isNothing(from, ids)) return null;
    const to = document.createElementNS(space, from.localName);
    for (const { name, value } of from.attributes) if (kept.has(name)) to.setAttribute(name, value);
    const id = ids.get(from.id);
    if (id) to.setAttribute('id', id);
    for (const [name, value] of look) {
      const before = name in own ? own[name as keyof typeof own] : around.get(name);
      if (value !== before && value !== '') to.setAttribute(name, referring(value, ids));
    }
    for (const child of from.childNodes) {
      if (child instanceof Element) {
        const made = copy(child, look);
        if (made) to.append(made);
      } else if (child.nodeType === Node.TEXT_NODE) to.append(child.textContent ?? '');
    }
    return to;
  }

  const flat = copy(svg, first)!;
  const { width, height } = svg.viewBox.baseVal;
  flat.setAttribute('width', String(Math.ceil(width)));
  flat.setAttribute('height', String(Math.ceil(height)));
  flat.setAttribute('role', 'img');
  flat.setAttribute('aria-label', title);
  return flat.outerHTML;
}

/** What no shape comes of: markers that no line has, boxes without a size, groups of nothing. */
function isNothing(element: Element, ids: ReadonlyMap<string, string>): boolean {
  const { localName: name } = element;
  if (name === 'style' || (name === 'marker' && !ids.has(element.id))) return true;
  if (name === 'rect') return !element.hasAttribute('width') || !element.hasAttribute('height');
  return (name === 'g' || name === 'defs') && element.children.length === 0;
}

/** Chromium tells a reference with the address of the page. */
function referring(value: string, ids: ReadonlyMap<string, string>): string {
  const id = /^url\(.*#([^)"']+)["']?\)$/.exec(value)?.[1];
  return id === undefined ? value : ids.has(id) ? `url(#${ids.get(id)})` : 'none';
}
