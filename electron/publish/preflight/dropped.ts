import type { Target, TargetKind } from '#contract/publishing.ts';
import { diagramSources } from '#markdown/diagrams/diagramSources.ts';
import { unclosedShortcodes } from '../escapes/shortcodesAsText.ts';
import type { Prose } from '../source/proseOnly.ts';
import type { Found, Rule } from './review.ts';

/** Constructs that the target does not show as the studio does. */
export const dropped: Rule = {
  name: 'dropped',
  check: ({ essay, target, prose, page, lineAt }) => [
    ...(essay.status !== 'published' && draftsByConvention.has(target.kind)
      ? [shownDraft(target)]
      : []),
    ...(losses[target.kind] ?? []).flatMap(([construct, what, advice, isLost]) => {
      const place = places[construct](prose, page.html, essay.body);
      if (place === null || isLost?.(target) === false) return [];
      const line = lineAt(place);
      return [{ line, message: `${target.name} ${what}.`, advice }];
    }),
  ],
};

/** They know no drafts by themselves: `draft: true` is for the site to look at. */
const draftsByConvention: ReadonlySet<TargetKind> = new Set(['astro', 'eleventy', 'mdx']);

function shownDraft({ name }: Target): Found {
  return {
    line: null,
    message: `${name} shows this essay, which is not published yet, unless the site leaves drafts out.`,
    advice: 'See that it does, or let only published essays go there.',
  };
}

type Construct =
  | 'table'
  | 'footnote'
  | 'nested list'
  | 'alert'
  | 'raw HTML'
  | 'deep heading'
  | 'task list'
  | 'open HTML'
  | 'formula'
  | 'diagram'
  | 'image'
  | 'own image'
  | 'open shortcode'
  | 'contents'
  | 'label';

type Loss = readonly [
  Construct,
  what: string,
  advice: string,
  isLost?: (target: Target) => boolean,
];

const noAlerts: Loss = [
  'alert',
  'shows a callout as a plain quote that begins with [!…]',
  'Write it as a paragraph, or accept that.',
];
const needsPlugin: Loss = [
  'footnote',
  'shows footnotes only with a plugin for them',
  'See that the site has one.',
];

const plainFormulas: Loss = [
  'formula',
  'shows formulas as their source unless it has a plugin for LaTeX',
  'See that the site has one.',
];

const plainDiagrams: Loss = [
  'diagram',
  'is given diagrams as their source, which it draws only with Mermaid',
  'See that the site has it.',
];

const plainContents: Loss = [
  'contents',
  'shows [[toc]] as it is written',
  'Take it out, and let the site make the list.',
];

const plainLabels: Loss = [
  'label',
  'shows labels and references, as {#fig:x} and @fig:x, as they are written',
  'Write the numbers out, or accept that.',
];

/** What they all do with what is the studio's own. */
const plainOwn: readonly Loss[] = [plainContents, plainLabels];

/** They take a text without its files. */
const imagesWithoutAddress: Loss = [
  'own image',
  'finds images only by full addresses, and it is not known where this folder is on the web',
  'Say the address of the target, and see that its folder “images” is there.',
  ({ baseUrl }) => baseUrl === '',
];

/** https://gohugo.io, jekyllrb.com, docs.astro.build, 11ty.dev, mdxjs.com and each editor's own help. */
const losses: Readonly<Partial<Record<TargetKind, readonly Loss[]>>> = {
  hugo: [
    ...plainOwn,
    plainFormulas,
    plainDiagrams,
    [
      'raw HTML',
      'leaves raw HTML out unless its settings allow it',
      'Set markup.goldmark.renderer.unsafe, or write it in Markdown.',
    ],
    [
      'open shortcode',
      'stops at a shortcode in code that nothing closes',
      'Close it with >}} or %}}, or leave it out.',
    ],
  ],
  jekyll: [...plainOwn, noAlerts, plainFormulas, plainDiagrams],
  astro: [...plainOwn, noAlerts, plainFormulas, plainDiagrams],
  eleventy: [
    ...plainOwn,
    noAlerts,
    plainFormulas,
    plainDiagrams,
    needsPlugin,
    ['task list', 'shows task lists only with a plugin for them', 'See that the site has one.'],
  ],
  devto: [
    ...plainOwn,
    noAlerts,
    plainFormulas,
    imagesWithoutAddress,
    ['diagram', 'shows diagrams as their source', 'Show them as images, or leave them out.'],
    ['task list', 'shows a task list’s boxes as text', 'Write them as a plain list.'],
  ],
  hashnode: [...plainOwn, noAlerts, plainFormulas, plainDiagrams, imagesWithoutAddress],
  medium: [
    [
      'formula',
      'has no formulas, so they become code in LaTeX',
      'See that they can still be read.',
    ],
    [
      'diagram',
      'has no diagrams, so they become lines of code',
      'Add a picture of each in its editor.',
    ],
    [
      'image',
      'takes no images with what is pasted',
      'Add them in its editor, where the page names them.',
    ],
    ['table', 'has no tables, so they become lines of code', 'See that they can still be read.'],
    [
      'footnote',
      'has no footnotes, so they become a list at the end',
      'Check the numbers after pasting.',
    ],
    ['nested list', 'has no lists in lists, so inner items get a dash', 'Flatten the list.'],
    ['deep heading', 'has two sizes of headings', 'Use two levels.'],
    noAlerts,
  ],
  mdx: [
    ...plainOwn,
    noAlerts,
    ['formula', 'shows formulas as their source', 'Show them as images, or leave them out.'],
    plainDiagrams,
    needsPlugin,
    ['table', 'shows tables only with remark-gfm', 'See that the site has it.'],
    [
      'open HTML',
      'cannot take raw HTML that is not closed, so it is shown as text',
      'Close every element in the paragraph that opens it.',
    ],
  ],
};

const places: Readonly<
  Record<Construct, (prose: Prose, html: string, body: string) => number | null>
> = {
  table: ({ text }, html) => (html.includes('<table') ? first(text, /^.*\|.*$/m) : null),
  footnote: ({ text }, html) =>
    html.includes('class="footnotes"') ? first(text, /\[\^[^\s\]]+\]/) : null,
  'nested list': ({ text }, html) =>
    /<li>(?:(?!<\/li>)[\s\S])*<[uo]l/.test(html)
      ? first(text, /^[ \t]+(?:[-*+]|\d+[.)])[ \t]/m)
      : null,
  alert: ({ text }, html) =>
    html.includes('class="alert') ? first(text, /^[ \t]*>[ \t]*\[!/m) : null,
  'raw HTML': ({ text }) => first(text, /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>/i),
  'deep heading': (prose, html) =>
    new Set([...html.matchAll(/<h([1-6])/g)].map(([, level]) => level)).size > 2
      ? first(prose.text, /^#{3,}[ \t]/m)
      : null,
  'task list': ({ text }, html) =>
    html.includes('task-list-item') ? first(text, /^[ \t]*[-*+][ \t]+\[[ xX]\]/m) : null,
  formula: ({ text }, html) => (html.includes('<math') ? first(text, /\$|^[ \t]*[`~]{3,}/m) : null),
  diagram: (_, __, body) =>
    diagramSources(body).length > 0 ? first(body, /^.*[`~]{3,}[ \t]*mermaid/im) : null,
  image: ({ text }) => first(text, /!\[/),
  'own image': ({ text }) => first(text, /!\[[^\]]*\]\([ \t]*<?images\//),
  contents: ({ text }, html) =>
    html.includes('role="doc-toc"') ? first(text, /^\[\[toc\]\]/im) : null,
  label: ({ text }, html) =>
    /class="(?:cross-reference|caption-label)"/.test(html)
      ? first(text, /\{#(?:fig|tbl|lst):|@(?:fig|tbl|lst|sec):/)
      : null,
  'open shortcode': ({ text }, _, body) =>
    unclosedShortcodes(body).find((at) => !text.startsWith('{{', at)) ?? null,
  'open HTML': ({ text }) => {
    for (const { index, 1: name = '' } of text.matchAll(/<([a-z][a-z0-9]*)\b[^<>]*(?<!\/)>/gi)) {
      if (voids.test(name)) continue;
      if (!text.slice(index).toLowerCase().includes(`</${name.toLowerCase()}`)) return index;
    }
    return null;
  },
};

const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

function first(text: string, pattern: RegExp): number | null {
  return pattern.exec(text)?.index ?? null;
}
