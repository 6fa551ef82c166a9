import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RenderedImages, renderHere } from '#publish/rendering/render.ts';
import { renderKept } from '#publish/rendering/renderKept.ts';
import { commonMarkText, readmes } from '../../support/texts.ts';

/** A store in memory, through the bytes that a file would hold, and how often pages were rendered. */
function keeping() {
  const stored = new Map<string, Buffer>();
  let rendered = 0;
  const store = {
    find: (key: string) => stored.get(key)?.toString(),
    keep: (key: string, page: string) => void stored.set(key, Buffer.from(page)),
  };
  const render = renderKept(store, (source, images) => {
    rendered++;
    return renderHere(source, images);
  });
  return { render, rendered: () => rendered, stored };
}

const svg = '<svg viewBox="0 0 10 10"><rect x="1" width="8" height="8"></rect></svg>';
const diagram = 'graph TD; A-->B';
const images: RenderedImages = {
  listed: [{ hash: 'c0ffee00'.repeat(8), name: 'clock.png', width: 9, height: 8 }],
  addresses: { '../media/queue.png': 'c0ffee00'.repeat(8) },
  drawings: { [diagram]: { kind: 'drawn', light: svg, dark: svg } },
};

describe('a page that was kept is what a new rendering gives', () => {
  const real = [commonMarkText(), ...readmes(40)];
  const excerpt = fc
    .tuple(fc.constantFrom(...real), fc.nat(1_000_000), fc.nat(4_000))
    .map(([text, at, length]) => text.slice(at % text.length, (at % text.length) + length));
  const piece = fc.constantFrom(
    '# Heading\n\n',
    '![A clock](images/clock.png "In it")\n\n',
    '![](../media/queue.png)\n\n',
    '![gone](images/gone.png)\n\n',
    `\`\`\`mermaid\n${diagram}\n\`\`\`\n\n`,
    '```ts\nconst a = "<b>";\n```\n\n',
    '[^1] and [^2]\n\n[^1]: A note.\n\n',
    '$x^2$ $\\bad$\n\n',
    '<div id="a">raw</div>\n\n',
    '[a](#nowhere) @fig:none\n\n',
    '\ud800 half a character\n\n',
    '\0 nul \u2028 \ufeff 🦜 \r\n\r\n',
  );
  const source = fc.oneof(
    excerpt,
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('whatever the source, and with whatever images', () => {
    fc.assert(
      fc.property(source, fc.boolean(), (text, hasImages) => {
        const { render, rendered, stored } = keeping();
        const shown = hasImages ? images : undefined;
        const fresh = renderHere(text, shown);
        expect(render(text, shown)).toEqual(fresh);
        expect(render(text, shown)).toEqual(fresh);
        expect(rendered()).toBe(stored.size === 1 ? 1 : 2);
      }),
      { numRuns: 400 },
    );
  });

  test('half a character alone, which no file keeps, is rendered each time', () => {
    const { render, rendered } = keeping();
    for (const text of ['a \ud800', 'a \ufffd', 'a \ud800']) {
      expect(render(text)).toEqual(renderHere(text));
    }
    expect(rendered()).toBe(3);
  });

  test('in threads too', async () => {
    const { stored } = keeping();
    const store = {
      find: (key: string) => stored.get(key)?.toString(),
      keep: (key: string, page: string) => void stored.set(key, Buffer.from(page)),
    };
    const render = renderKept(store, async (text, shown) => renderHere(text, shown));
    expect(await render('# A')).toEqual(renderHere('# A'));
    expect(stored.size).toBe(1);
    expect(await render('# A')).toEqual(renderHere('# A'));
  });
});

describe('a page is rendered anew when anything it follows from is another', () => {
  const text = `![A](images/clock.png) ![B](../media/queue.png)\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
  const [clock] = images.listed;
  test.each<[string, string, RenderedImages]>([
    ['the source', `${text} `, images],
    ['an image’s bytes', text, { ...images, listed: [{ ...clock!, hash: 'ab'.repeat(32) }] }],
    ['an image’s size', text, { ...images, listed: [{ ...clock!, width: 1000 }] }],
    ['an image’s name', text, { ...images, listed: [{ ...clock!, name: 'watch.png' }] }],
    ['an image going', text, { ...images, listed: [] }],
    ['what the text calls it', text, { ...images, addresses: {} }],
    ['a drawing', text, { ...images, drawings: { [diagram]: { kind: 'wrong', reason: 'no' } } }],
    ['a drawing going', text, { ...images, drawings: { [diagram]: null } }],
  ])('%s', (_, other, shown) => {
    const { render, rendered } = keeping();
    const before = render(text, images);
    expect(render(other, shown)).toEqual(renderHere(other, shown));
    expect(rendered()).toBe(2);
    expect(render(text, images)).toEqual(before);
    expect(rendered()).toBe(2);
  });

  test('and not for what is no part of it: when an image was added, and how large its file is', () => {
    const { render, rendered } = keeping();
    const listed = [{ ...clock!, size: 3, addedAt: '2026-01-01T00:00:00.000Z' }];
    render(text, images);
    render(text, { ...images, listed });
    expect(rendered()).toBe(1);
  });
});
