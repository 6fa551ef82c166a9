import { escapeAttribute } from '#markdown/html/escape.ts';

/** Rendered HTML with every address in it made full, as a feed needs it: relative ones and `#fragments` lead to the page at `url`. */
export function absoluteHtml(html: string, url: string): string {
  // The renderer's own HTML: no attribute and no text holds a bare angle bracket.
  return html.replace(/<(?:a|img)\s[^<>]*>/g, (tag) =>
    tag
      .replace(/(\s(?:href|src)=")([^"]*)/, (_, before: string, address: string) => {
        const full = URL.parse(address.replaceAll('&amp;', '&').replaceAll('&quot;', '"'), url);
        return before + (full ? escapeAttribute(full.href) : address);
      })
      // Readers of feeds take one address; the smaller copies are for pages.
      .replace(/ srcset="[^"]*" sizes="[^"]*"/, ''),
  );
}
