import MarkdownIt from 'markdown-it';

/**
 * The text of the first heading of a Markdown body, without its marks and images; '' when there is none.
 * Only headings at the top level count, so not those in quotes, lists or code; one written as HTML does.
 */
export function firstHeading(body: string): string {
  // A title stands near the top; looking further would only make a huge file slow.
  const document: Env = {};
  const tokens = blocks.parse(body.slice(0, 262_144), document);
  for (const [at, { type, level, content }] of tokens.entries()) {
    if (level > 0) continue;
    let source = '';
    if (type === 'heading_open') source = tokens[at + 1]?.content ?? '';
    if (type === 'html_block') source = headingInHtml(content);
    const text = plainText(source.slice(0, 2_000), document);
    if (text) return text;
  }
  return '';
}

const blocks = new MarkdownIt({ html: true });
blocks.core.ruler.enableOnly(['normalize', 'block']);
const inlines = new MarkdownIt({ html: true });

/** What the block parser learns of the whole document and inline text refers to: the link definitions. */
type Env = NonNullable<Parameters<typeof blocks.parse>[1]>;

function headingInHtml(html: string): string {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const opening = /<(h[1-6])\b[^<>]*>/i.exec(shown);
  if (!opening) return '';
  const after = shown.slice(opening.index + opening[0].length);
  const end = after.search(new RegExp(`</${opening[1]}\\s*>`, 'i'));
  return end < 0 ? '' : after.slice(0, end).trim();
}

function plainText(source: string, document: Env): string {
  const [inline] = inlines.parseInline(source, document);
  return (inline?.children ?? [])
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      return token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special'
        ? token.content
        : '';
    })
    .join('')
    .replace(/\s*\{[#.][^{}]*\}\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
