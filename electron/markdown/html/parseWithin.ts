import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment } from 'parse5';

/** Browsers stop nesting at 512; well below that no tree changes when a page is put around it. */
export const deepest = 256;

/**
 * The tree a browser builds from HTML set inside a `div`. Null when it would nest deeper than `deepest`, or when
 * misnested formatting would multiply it past what was written, as `<b id=1><b id=2>…<p>…<p>` does.
 */
export function parseWithin(source: string): DefaultTreeAdapterTypes.DocumentFragment | null {
  let budget = 64 + 4 * tagsIn(source);
  const depths = new WeakMap<object, number>();
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...element) {
      if (--budget < 0) throw new TooMuch();
      return defaultTreeAdapter.createElement(...element);
    },
    appendChild(parent, child) {
      const depth = (depths.get(parent) ?? 0) + 1;
      if (depth > deepest) throw new TooMuch();
      depths.set(child, depth);
      defaultTreeAdapter.appendChild(parent, child);
    },
  };
  const context = defaultTreeAdapter.createElement('div', html.NS.HTML, []);
  try {
    return parseFragment(context, source, { treeAdapter, scriptingEnabled: false });
  } catch (thrown) {
    if (thrown instanceof TooMuch) return null;
    throw thrown;
  }
}

class TooMuch extends Error {}

function tagsIn(source: string): number {
  let tags = 0;
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at + 1)) tags++;
  return tags;
}
