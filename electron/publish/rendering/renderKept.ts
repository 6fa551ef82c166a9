import { hash } from 'node:crypto';
import { fingerprint } from '../plan/fingerprint.ts';
import { noImages, type Render, type RenderedImages, type RenderedText } from './render.ts';
import { rendererBuild } from './rendererBuild.ts';

/** Keeps rendered pages by a key; see library/pages. */
export interface PageStore {
  readonly find: (key: string) => string | undefined;
  readonly keep: (key: string, page: string) => void;
}

/** Renders what was not rendered before, and keeps it. What comes is in either case what rendering it now gives. */
export function renderKept(store: PageStore, render: Render): Render {
  return (source, images = noImages) => {
    // Half a character alone is lost in bytes, in which sources are told apart and pages are kept.
    if (!source.isWellFormed()) return render(source, images);
    const key = keyOf(source, images);
    const kept = store.find(key);
    if (kept !== undefined) return unpacked(kept);
    const keep = (page: RenderedText) => {
      const packed = packedPage(page);
      if (packed.isWellFormed()) store.keep(key, packed);
      return page;
    };
    const page = render(source, images);
    return page instanceof Promise ? page.then(keep) : keep(page);
  };
}

/** All that a page follows from. */
function keyOf(source: string, { listed, addresses, drawings }: RenderedImages): string {
  return fingerprint([
    rendererBuild(),
    hash('sha256', source),
    listed.map(({ hash, name, width, height }) => [hash, name, width, height]),
    Object.entries(addresses),
    Object.entries(drawings),
  ]);
}

/** A line of JSON, then the HTML: most of a page is one long text, which JSON would escape and read letter by letter. */
function packedPage({ html, ...rest }: RenderedText): string {
  return `${JSON.stringify(rest)}\n${html}`;
}

function unpacked(packed: string): RenderedText {
  const end = packed.indexOf('\n');
  return { ...JSON.parse(packed.slice(0, end)), html: packed.slice(end + 1) };
}
