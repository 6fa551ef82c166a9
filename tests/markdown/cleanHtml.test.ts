import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '#markdown/cleanHtml.ts';
import { dangersIn } from '../support/dangersIn.ts';
import { hostilePayloads } from '../support/hostilePayloads.ts';

const png = 'data:image/png;base64,iVBORw0=';

describe('what an essay is made of stays as it is', () => {
  test.each([
    ['headings', '<h2 id="über-uns">A <a class="anchor" href="#über-uns">#</a></h2>'],
    ['links', '<a href="https://a.example/?b&amp;c" title="t" rel="nofollow noopener">b</a>'],
    [
      'code',
      '<pre><code class="language-c++"><span class="hljs-title function_">f</span>\n</code></pre>',
    ],
    ['code that starts with an empty line', '<pre>\n\nx</pre>'],
    [
      'tables',
      '<table><thead><tr><th style="text-align:right" scope="col">a</th></tr></thead><tbody><tr><td colspan="2">b</td></tr></tbody></table>',
    ],
    [
      'tasks',
      '<ul><li class="task-list-item"><input class="task-mark" aria-label="Done" checked="" disabled="" type="checkbox"> a</li></ul>',
    ],
    [
      'footnotes',
      '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-describedby="footnotes">1</a></sup><section class="footnotes" role="doc-endnotes"><ol start="2"><li id="fn-1">a <a href="#fnref-1" role="doc-backlink" aria-label="Back">↩</a></li></ol></section>',
    ],
    ['details', '<details open=""><summary>a</summary>b</details>'],
    ['figures', `<figure><img src="${png}" alt="a" width="10"><figcaption>b</figcaption></figure>`],
    [
      'small print',
      '<kbd>a</kbd><abbr title="b">c</abbr><mark>d</mark><ins>e</ins><del>f</del><small>g</small>',
    ],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>'],
    ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>'],
    [
      'times and quotes',
      '<time datetime="2024-01-02">a</time><blockquote cite="https://a.example"><p>b</p></blockquote>',
    ],
    ['alerts', '<div class="alert alert-note" role="note"><p class="alert-title">Note</p></div>'],
    [
      'formulas',
      '<math display="block"><mfrac linethickness="0px"><mi mathcolor="#ff0000">a</mi><mo stretchy="true">&lt;</mo></mfrac></math>',
    ],
    ['languages', '<p lang="ar" dir="rtl">مرحبا</p>'],
    ['alignment as READMEs write it', '<p align="center">a<br>b</p><hr>'],
  ])('%s', (_, html) => {
    expect(cleanHtml(html)).toBe(html);
  });
});

describe('what does not belong', () => {
  test.each([
    ['scripts go with their content', 'a<script>alert(1)</script>b', 'ab'],
    ['an unclosed script takes the rest', 'a<script>alert(1)', 'a'],
    ['styles go with their content', '<style>p{}</style>a', 'a'],
    ['frames go', '<iframe src="x"></iframe><object><p>x</p></object><embed src="x">', ''],
    [
      'controls go',
      '<button>a</button><select><option>b</select><textarea>c</textarea><input>',
      '',
    ],
    ['templates and raw text go', '<template>a</template><noscript>b</noscript><xmp>c</xmp>', ''],
    ['graphics go', '<svg><text>a</text></svg>', ''],
    [
      'HTML in a formula goes, wherever a browser would take it for HTML',
      '<math><mi><b>a</b>b</mi><mtext><table><mglyph><style>c</style></table></mtext></math>',
      '<math><mi>b</mi><mtext></mtext></math>',
    ],
    [
      'what a formula links, loads or hides goes',
      '<math href="x"><annotation-xml encoding="text/html"><p>a</p></annotation-xml><maction actiontype="x"><mi>b</mi></maction><mi id="c" style="d" mathcolor="url(e)" href="f" onclick="g">h</mi></math>',
      '<math><mi>h</mi></math>',
    ],
    ['the head goes', '<title>a</title><base href="x"><meta charset="x"><link href="x">', ''],
    ['unknown elements leave their content', '<center><font color="red">a</font></center>', 'a'],
    ['a form leaves its content', '<form action="x"><p>a</p></form>', '<p>a</p>'],
    ['comments go', 'a<!-- b -->c', 'ac'],
    ['handlers go', '<p onclick="x" OnMouseOver=y>a</p>', '<p>a</p>'],
    [
      'names go, so that none can stand for a part of the document',
      '<a name="body" id="b">a</a>',
      '<a id="b">a</a>',
    ],
    [
      'an id with spaces or marks goes',
      '<p id="a b">x</p><p id="a&quot;&gt;">y</p>',
      '<p>x</p><p>y</p>',
    ],
    ['foreign classes go', '<p class="dialog alert-title x">a</p>', '<p class="alert-title">a</p>'],
    ['styles but a cell’s alignment go', '<p style="color:red">a</p>', '<p>a</p>'],
    ['a hostile address leaves the text', '<a href="java&Tab;script:x">a</a>', '<a>a</a>'],
    ['what is left open is closed', '<div><b>a', '<div><b>a</b></div>'],
    ['what was not opened is dropped', 'a</div></article></body>b', 'ab'],
    ['a cell outside of a table leaves its text', '<td>a</td>', 'a'],
    ['NUL is dropped', 'a\u0000b', 'ab'],
  ])('%s', (_, html, clean) => {
    expect(cleanHtml(html)).toBe(clean);
  });
});

describe('an image', () => {
  test('that the studio has is shown', () => {
    const shown = { address: png, width: null, height: null };
    const image = (source: string) => (source === 'a b.png' ? shown : undefined);
    expect(cleanHtml('<img alt="x" src="a b.png">', { image })).toBe(`<img src="${png}" alt="x">`);
  });

  test('of the web becomes a link, so that nothing is asked of the network', () => {
    expect(cleanHtml('<img src="https://a.example/b.png" alt="A &lt; B">')).toBe(
      '<a class="missing-image" href="https://a.example/b.png">A &lt; B</a>',
    );
  });

  test('inside a link becomes its label', () => {
    expect(cleanHtml('<a href="/x"><img src="https://a.example/b.png" alt="build"></a>')).toBe(
      '<a href="/x"><span class="missing-image">build</span></a>',
    );
  });

  test('of anywhere else becomes its text or file name', () => {
    expect(cleanHtml('<img src="../a/b%20c.png?d"><img src="file:///x" alt="y"><img>')).toBe(
      '<span class="missing-image">b c.png</span><span class="missing-image">y</span><span class="missing-image">image</span>',
    );
  });

  test('keeps no answer of the caller that is not a bitmap', () => {
    const image = () => ({
      address: 'data:image/svg+xml,<svg onload=alert(1)>',
      width: null,
      height: null,
    });
    expect(dangersIn(cleanHtml('<img src="a">', { image }))).toEqual([]);
  });
});

describe('hostile payloads come out harmless, and come out the same again', () => {
  const markdown = new MarkdownIt({ html: true });
  // The worst a renderer could do: no check of links at all.
  markdown.validateLink = () => true;

  test.each(hostilePayloads().map(({ name, markdown }) => [name, markdown]))('%s', (_, payload) => {
    for (const html of [payload, markdown.render(payload)]) {
      const clean = cleanHtml(html);
      expect(dangersIn(clean)).toEqual([]);
      expect(cleanHtml(clean)).toBe(clean);
    }
  });
});

test('without the cleaner most of them are dangerous', () => {
  const markdown = new MarkdownIt({ html: true });
  markdown.validateLink = () => true;
  const dangerous = hostilePayloads().filter(
    (payload) => dangersIn(markdown.render(payload.markdown)).length > 0,
  );
  expect(dangerous.length).toBeGreaterThan(300);
});

test('there are more than 300 payloads, no two alike', () => {
  const payloads = hostilePayloads();
  expect(new Set(payloads.map(({ name }) => name)).size).toBe(payloads.length);
  expect(new Set(payloads.map(({ markdown }) => markdown)).size).toBeGreaterThan(300);
});

test('markup of any shape comes out harmless, balanced and stable', () => {
  const tag = fc
    .tuple(
      fc.constantFrom('<', '</', '<!--', '<!', '<?', ''),
      fc.constantFrom(
        ...'a b p i div table tr td th tbody caption col li ul dd select option form input pre svg math mi mrow annotation-xml malignmark style script title template noscript mtext mglyph foreignObject desc textarea button object marquee h1 ruby rt rp body html frameset nobr details img image xmp plaintext'.split(
          ' ',
        ),
      ),
      fc.constantFrom(
        '',
        ' onclick=x',
        ' href=javascript:x',
        ' title="</style><img src=x onerror=y>"',
        ' id=x',
        ' src=x',
        ' class="language-x"',
        ' encoding=text/html',
        '"',
        "'",
      ),
      fc.constantFrom('>', '/>', '', '-->', ' '),
    )
    .map((parts) => parts.join(''));
  const markup = fc.array(
    fc.oneof(tag, fc.constantFrom('text', '\n', '\u0000', '&lt;', '"', '`', ']]>')),
    {
      maxLength: 25,
    },
  );
  fc.assert(
    fc.property(markup, (parts) => {
      const clean = cleanHtml(parts.join(''));
      expect(dangersIn(clean)).toEqual([]);
      expect(cleanHtml(clean)).toBe(clean);
    }),
    { numRuns: 3000 },
  );
});

describe('markup that no page needs is shown as its source', () => {
  test.each([
    ['100,000 nested boxes', '<div>'.repeat(100_000)],
    ['100,000 nested emphases', '<b>'.repeat(100_000)],
    ['100,000 nested cells', '<table><td>'.repeat(100_000)],
    [
      'formatting that multiplies with every paragraph',
      Array.from({ length: 2000 }, (_, at) => `<b id=x${at}>`).join('') + '<p>x'.repeat(2000),
    ],
  ])('%s', (_, html) => {
    const clean = cleanHtml(html);
    expect(clean).toBe(`<pre>${html.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`);
    expect(cleanHtml(clean)).toBe(clean);
  });

  test('200 levels are still a page', () => {
    const html = `${'<div>'.repeat(200)}${'</div>'.repeat(200)}`;
    expect(cleanHtml(html)).toBe(html);
  });
});
