import MarkdownIt from 'markdown-it';

/**
 * The text of the first heading of a Markdown body, without its marks and images; '' when there is none.
 * Only headings at the top level count, so not those in quotes, lists, code or HTML.
 */
export function firstHeading(body: string): string {
  // A title stands near the top; looking further would only make a huge file slow.
  const document: Env = {};
  const tokens = blocks.parse(body.slice(0, 262_144), document);
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'heading_open' || token.level > 0) continue;
    const text = plainText(tokens[at + 1]?.content.slice(0, 2_000) ?? '', document);
    if (text) return text;
  }
  return '';
}

const blocks = new MarkdownIt({ html: true });
blocks.core.ruler.enableOnly(['normalize', 'block']);
const inlines = new MarkdownIt({ html: true });

/** What the block parser learns of the whole document and inline text refers to: the link definitions. */
type Env = NonNullable<Parameters<typeof blocks.parse>[1]>;

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
