import { commonmarkLanguage, markdown } from '@codemirror/lang-markdown';
import {
  defaultHighlightStyle,
  ensureSyntaxTree,
  LanguageDescription,
  language,
} from '@codemirror/language';
import { languages } from '@codemirror/language-data';
import { EditorState } from '@codemirror/state';
import { type Parser, type Tree, TreeFragment } from '@lezer/common';
import { highlightTree } from '@lezer/highlight';
import { GFM } from '@lezer/markdown';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { formulas } from '#renderer/editor/formulas.ts';
import { markdownSupport } from '#renderer/editor/markdownSupport.ts';
import { readmes } from '../support/texts.ts';

/** The editor's parser, and one that goes through the whole text for code at every change. */
let ours: Parser;
let thorough: Parser;
beforeAll(async () => {
  for (const name of ['javascript', 'typescript', 'shell', 'html', 'css', 'json']) {
    await LanguageDescription.matchLanguageName(languages, name)!.load();
  }
  ours = EditorState.create({ extensions: markdownSupport() }).facet(language)!.parser;
  thorough = markdown({
    base: commonmarkLanguage,
    extensions: [GFM, formulas],
    codeLanguages: languages,
  }).language.parser;
});

/** A replacement in a text. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The tree of a text as it is typed into: each edit is parsed with what stood before. As in the editor, each parse may be
 * stopped at a part of the text, from 0 to 1.
 */
function typed(parser: Parser, text: string, edits: readonly Edit[], stops: readonly number[]) {
  let fragments: readonly TreeFragment[] = [];
  const parse = (edited: string, stop: number | undefined) => {
    const running = parser.startParse(edited, fragments);
    if (stop !== undefined) running.stopAt(Math.floor(stop * edited.length));
    let tree = running.advance();
    while (!tree) tree = running.advance();
    fragments = TreeFragment.addTree(tree, fragments, stop !== undefined);
    return tree;
  };
  let tree = parse(text, stops[0]);
  edits.forEach(({ from, to, insert }, at) => {
    text = text.slice(0, from) + insert + text.slice(to);
    const change = { fromA: from, toA: to, fromB: from, toB: from + insert.length };
    fragments = TreeFragment.applyChanges(fragments, [change]);
    tree = parse(text, stops[at + 1]);
  });
  return tree;
}

/** Where a text is coloured, and how. */
function colours(tree: Tree): string[] {
  const spans: string[] = [];
  highlightTree(tree, defaultHighlightStyle, (from, to, style) => {
    spans.push(`${from}-${to} ${style}`);
  });
  return spans;
}

function expectSameColours(text: string, edits: readonly Edit[], stops: readonly number[] = []) {
  const [shown, right] = [ours, thorough].map((each) => colours(typed(each, text, edits, stops)));
  expect(shown).toEqual(right);
}

const fence = '```js\nconst one = "1";\n```\n';
const paragraph = 'Words before and after, with a <kbd title="x">key</kbd> in them.\n\n';
const long = paragraph.repeat(30);

describe('code inside Markdown, as it is typed', () => {
  it('is coloured', () => {
    expect(colours(typed(ours, fence, [], [])).length).toBeGreaterThan(3);
  });

  it('keeps its colours when a paragraph far from it changes', () => {
    expectSameColours(long + fence + long, [
      { from: 10, to: 10, insert: 'x' },
      { from: 11, to: 12, insert: '' },
    ]);
  });

  it('is coloured anew when a change is in it', () => {
    const at = long.length + 12;
    expectSameColours(long + fence + long, [{ from: at, to: at, insert: '/*' }]);
  });

  it('is coloured where a fence is opened before it, and where that is closed again', () => {
    expectSameColours(long + fence + long + fence + long, [
      { from: 0, to: 0, insert: '```css\n' },
      { from: 7, to: 7, insert: 'a { color: red }\n```\n' },
      { from: 0, to: 28, insert: '' },
    ]);
  });

  it('is coloured where a quote or a list swallows it and lets it go', () => {
    const text = `${long}- an item\n\n    ${fence.replaceAll('\n', '\n    ')}\n${long}`;
    expectSameColours(text, [
      { from: long.length, to: long.length + 1, insert: '' },
      { from: long.length, to: long.length, insert: '-' },
      { from: long.length, to: long.length, insert: '> ' },
    ]);
  });

  it('is coloured whatever is typed where', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        fence,
        '```',
        '```js\n',
        '\n',
        '\n\n',
        '    ',
        '- ',
        '> ',
        '<b>',
        '<!--',
        '-->',
      ),
      fc.constantFrom('</div>\n\n', '<div>\n', '~~~css\na { b: c }\n~~~\n', '\n***\n', 'word', '`'),
    );
    const edit = fc.record({ at: fc.nat(1_000), gone: fc.nat(60), insert: piece });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.constant(paragraph)), { maxLength: 40 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (pieces, edits, stops) => {
          let length = pieces.join('').length;
          const placed = edits.map(({ at, gone, insert }) => {
            const from = Math.min(length, Math.floor((at / 1_000) * length));
            const to = Math.min(length, from + gone);
            length += insert.length - (to - from);
            return { from, to, insert };
          });
          expectSameColours(pieces.join(''), placed, stops);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is coloured in texts that people wrote', () => {
    for (const text of readmes(40)) {
      const middle = Math.floor(text.length / 2);
      expectSameColours(text, [
        { from: middle, to: middle, insert: 'x' },
        { from: middle, to: Math.min(text.length, middle + 40), insert: '' },
        { from: 0, to: 0, insert: '```js\n' },
        { from: 0, to: 6, insert: '' },
      ]);
    }
  });
});

describe('code in an editor', () => {
  const parsed = (text: string) => {
    const state = EditorState.create({ doc: text, extensions: markdownSupport() });
    return ensureSyntaxTree(state, text.length, 60_000)!;
  };

  it('has the same colours, however many pieces the text is parsed in', () => {
    const text = `${long}- an item\n\n> quoted\n\n${fence}`.repeat(60);
    expect(colours(parsed(text))).toEqual(colours(thorough.parse(text)));
  });
});
