import { escapeAttribute } from '#markdown/html/escape.ts';

/** Rendered HTML with every address in it made full, as a feed needs it: relative ones and `#fragments` lead to the page at `url`. */
export function absoluteHtml(html: string, url: string): string {
  // The renderer's own HTML: no attribute and no text holds a bare angle bracket.
  return html.replace(/<a\s[^<>]*>/g, (tag) =>
    tag.replace(/(\shref=")([^"]*)(")/, (_, before: string, href: string, after: string) => {
      const full = URL.parse(href.replaceAll('&amp;', '&').replaceAll('&quot;', '"'), url);
      return before + (full ? escapeAttribute(full.href) : href) + after;
    }),
  );
}
