/**
 * Why an SVG may not be kept, as the end of a sentence, or null when it is a drawing and nothing else. As an image in a
 * page it can do nothing; but it leaves as a file, and opened by itself it is a document. What cannot be told for sure
 * is refused.
 */
export function svgDanger(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'is not in UTF-8';
  }
  if (text.includes('\0') || /<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(text)) {
    return 'is not in UTF-8';
  }
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return 'defines entities';
  if (/<\?(?!xml\s)/i.test(text)) return 'has instructions for other programs';
  // A name may have a prefix that stands for any namespace.
  const element = active.exec(text)?.[1];
  if (element !== undefined) return `holds a <${element.toLowerCase()}> element`;
  const plain = decoded(text);
  if (/[\s"'/]on[a-z]+\s*=/i.test(plain)) return 'holds a script';
  if (/(?:java|vb)script\s*:/i.test(plain.replace(/[\s\p{Cc}]+/gu, ''))) return 'holds a script';
  for (const [, , address = ''] of plain.matchAll(/\b(?:href|src)\s*=\s*(["'])(.*?)\1/gis)) {
    if (!isOwn(address)) return `refers to “${address.slice(0, 60)}”`;
  }
  for (const [, address = ''] of plain.matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    if (!isOwn(address)) return `refers to “${address.slice(0, 60)}”`;
  }
  return /@import|\\[0-9a-f]/i.test(plain) ? 'holds a style that cannot be checked' : null;
}

const active =
  /<(?:[\w.-]+:)?(script|foreignObject|iframe|embed|object|handler|listener|audio|video|canvas|body|html|meta|link|set|animate\w*)[\s/>]/i;

/** A part of the drawing itself, or a bitmap or a type face in it. */
function isOwn(address: string): boolean {
  return /^\s*(?:#|$|data:(?:image\/(?:png|jpe?g|gif|webp)|(?:application\/)?font[\w/-]*)[;,])/i.test(
    address,
  );
}

/** Character references and sections of plain characters as what they stand for. */
function decoded(text: string): string {
  return text
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/&#(?:x([0-9a-f]+)|(\d+));?/gi, (_, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
    })
    .replace(/&(?:quot|apos|amp|colon|Tab|NewLine);/g, (name) => named[name] ?? '');
}

const named: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
  '&colon;': ':',
};
