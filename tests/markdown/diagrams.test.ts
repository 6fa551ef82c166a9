import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Drawing, drawnBy } from '#contract/drawings.ts';
import { cleanHtml } from '#markdown/cleanHtml.ts';
import { cleanSvg } from '#markdown/diagrams/cleanSvg.ts';
import { diagramSources } from '#markdown/diagrams/diagramSources.ts';
import { openLivePage } from '#markdown/livePage.ts';
import { essayProblems, renderEssay } from '#markdown/renderEssay.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';

const svg = (inside: string) => `<svg viewBox="0 0 10 10" width="10" height="10">${inside}</svg>`;
const light = svg('<rect x="1" y="1" width="8" height="8" fill="#eeeeee"></rect>');
const dark = svg('<rect x="1" y="1" width="8" height="8" fill="#222222"></rect>');
const diagram = (source: string): Drawing | undefined =>
  source === 'graph TD; A-->B' ? { kind: 'drawn', light, dark } : undefined;
const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
const figure = `<figure class="diagram"><div class="diagram-light">${light}</div><div class="diagram-dark" hidden="">${dark}</div></figure>\n`;

test('a diagram that was drawn stands in the page for light and for dark grounds', () => {
  const source = fence('graph TD; A-->B');
  expect(renderEssay(source, { diagram }).html).toBe(figure);
  expect(essayProblems(source, { diagram })).toEqual([]);
});

test('one that was not drawn yet is its source, and is named with its line', () => {
  const source = `One\n\n${fence('graph LR; C')}`;
  expect(renderEssay(source, { diagram }).html).toContain(
    '<code class="language-mermaid">graph LR; C\n</code>',
  );
  expect(essayProblems(source, { diagram })).toEqual([
    {
      kind: 'diagram',
      line: 2,
      what: 'graph LR; C',
      reason: 'it was not drawn yet: open the essay in the window',
    },
  ]);
});

test('one that is wrong says why in its place', () => {
  const wrong = (): Drawing => ({ kind: 'wrong', reason: 'Parse error on line 1' });
  const source = fence('graph <b>');
  expect(renderEssay(source, { diagram: wrong }).html).toBe(
    '<div class="diagram-error"><pre tabindex="0"><code>graph &lt;b&gt;</code></pre><p>This diagram cannot be drawn: Parse error on line 1</p></div>\n',
  );
  expect(essayProblems(source, { diagram: wrong })).toMatchObject([
    { kind: 'diagram', line: 0, reason: 'Parse error on line 1' },
  ]);
});

describe('one that is drawn at several places', () => {
  const drawn = svg(
    '<defs><marker id="d1-1" refX="1"><path d="M0 0"></path></marker></defs><path d="M0 0" marker-end="url(#d1-1)"></path><text> id="d1-1" url(#d1-1)</text>',
  );
  const again: Drawing = { kind: 'drawn', light: drawn, dark: drawn.replaceAll('d1-1', 'd1-2') };
  const find = (source: string) => (source === 'again' ? again : undefined);
  const text = `${fence('again')}\n> ${fence('again').replaceAll('\n', '\n> ')}\n\n<details>\n\n${fence('again')}\n</details>\n\nA[^1]\n\n[^1]: ${fence('again').replaceAll('\n', '\n    ')}`;

  test('has ids of its own at each, and refers to those; its words stay', () => {
    const { html } = renderEssay(text, { diagram: find });
    const ids = [...html.matchAll(/<marker id="([^"]+)"/g)].map(([, id]) => id);
    const asked = [...html.matchAll(/marker-end="url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(ids).toEqual(['', '--2', '--3', '--4'].flatMap((end) => [`d1-1${end}`, `d1-2${end}`]));
    expect(asked).toEqual(ids);
    expect(html.match(/<text> id="d1-1" url\(#d1-1\)<\/text>/g)).toHaveLength(4);
    expect(cleanHtml(drawn.replaceAll('d1-1', 'd1-1--2'))).toBe('');
  });

  test('edit by edit as in the whole', () => {
    const page = openLivePage(text, { diagram: find });
    for (const edit of [
      { from: 0, to: 0, insert: `${fence('again')}\n` },
      { from: 0, to: fence('again').length, insert: 'x\n' },
    ]) {
      page.edit([edit]);
      expect(page.page().html).toBe(renderEssay(page.source(), { diagram: find }).html);
    }
  });
});

test('a drawing goes through the cleaner with raw HTML around it; any other goes', () => {
  const source = `<details>\n\n${fence('graph TD; A-->B')}\n</details>\n\n<svg><rect/></svg>\n`;
  const { html } = renderEssay(source, { diagram });
  expect(html).toContain(figure.trim());
  expect(html.match(/<svg/g)).toHaveLength(2);
  expect(cleanHtml(light)).toBe('');
});

test('edit by edit the page is that of the whole', () => {
  const page = openLivePage(fence('graph TD; A-->'), { diagram });
  const edit = { from: 25, to: 25, insert: 'B' };
  page.edit([edit]);
  expect(page.page()).toEqual(renderEssay(page.source(), { diagram }));
  expect(page.page().html).toBe(figure);
});

test('the diagrams of a text are its fences, wherever they stand', () => {
  const text = `${fence('one')}\n- item\n\n  ${fence('two').replaceAll('\n', '\n  ')}\n\`\`\`js\nmermaid\n\`\`\`\n`;
  expect(diagramSources(text)).toEqual(['one', 'two']);
});

describe('a drawing holds shapes and text only:', () => {
  test.each([
    ['scripts', '<script>alert(1)</script><g onload="alert(1)"></g>', '<g></g>'],
    ['links', '<a href="javascript:alert(1)"><text>x</text></a>', ''],
    ['HTML', '<foreignObject><img src=x onerror=alert(1)></foreignObject>', ''],
    [
      'styles',
      '<style>*{background:url(//x)}</style><g style="fill:url(//x)" class="a"></g>',
      '<g></g>',
    ],
    [
      'what loads',
      '<image href="//x"></image><use href="//x#y"></use><rect fill="url(//x#y)"></rect>',
      '<rect></rect>',
    ],
    ['what moves', '<animate attributeName="href"></animate><set to="x"></set>', ''],
    ['words where no text is', '<title>t</title>words<g>more</g>', '<g></g>'],
  ])('%s', (_, inside, left) => {
    expect(cleanSvg(svg(inside))).toBe(svg(left));
  });

  test('and is the same when it is cleaned again, whatever was in it', () => {
    for (const { name, markdown } of hostilePayloads()) {
      const clean = cleanSvg(svg(markdown));
      expect(clean && cleanSvg(clean), name).toBe(clean);
      expect(clean ?? '', name).not.toMatch(
        /<(?!\/?(?:svg|g|defs|marker|path|rect|circle|ellipse|line|polyline|polygon|text|tspan)\b)|\son\w+=|href/i,
      );
    }
  });
});

test('what draws is the version that drawings are kept by', () => {
  const { version } = JSON.parse(readFileSync('node_modules/mermaid/package.json', 'utf8'));
  expect(drawnBy).toMatch(new RegExp(`^mermaid ${version},`));
});
