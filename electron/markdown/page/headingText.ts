import type { Token } from 'markdown-it';

/** The text a reader sees in a heading; where it has only images, what they are called. */
export function headingText(children: readonly Token[]): string {
  const text = children.map(visibleText).join('').trim();
  if (text) return text;
  const images = children.filter((token) => token.type === 'image');
  return images
    .map((image) => image.content)
    .join(' ')
    .trim();
}

/** The anchor that GitHub would give a heading of this text: its letters, digits, `_` and `-` in lower case, spaces as `-`. Any script. */
export function headingSlug(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  return slug || 'section';
}

/** The text that an inline token puts on the page. */
export function visibleText(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
    case 'math_inline':
      return token.content;
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    default:
      return '';
  }
}
