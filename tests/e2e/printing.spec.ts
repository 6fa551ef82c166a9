import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { expect, test } from '../support/test.ts';

test('an essay is printed as PDF: tagged, with its outline, its links and numbered pages', async ({
  open,
}, info) => {
  const library = info.outputPath('Library.longhand');
  const section = (name: string) =>
    `## ${name}\n\n${'A sentence that fills a line or two of the page. '.repeat(60)}\n\n`;
  makeLibrary(library, [
    {
      title: 'Printed',
      body: `${section('The lease')}See [the paper](https://example.com/paper)[^1] and $x^2$.\n\n${section('The owner')}${section('The end')}[^1]: A note.\n`,
    },
  ]);
  const studio = await open({ library });
  const desk = deskOf(studio);
  await desk.open('Printed');
  const path = join(info.outputDir, 'printed.pdf');
  await studio.answerSave(path);
  await studio.chooseMenuItem('essay.exportPdf');
  await desk.sheet('Exported as PDF').getByRole('button', { name: 'Done' }).click();

  const pdf = readFileSync(path, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf).toContain('/MarkInfo');
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain('https://example.com/paper');
  for (const heading of ['The lease', 'The owner', 'The end']) {
    expect(pdf).toContain(`/Title (${heading})`);
  }
  expect(pdf).toMatch(/SourceSerif/);
  const pages = pdf.match(/\/Type\s*\/Page\b/g)!.length;
  expect(pages).toBeGreaterThan(2);
  const numbers = textsOf(readFileSync(path)).map((text) => oneGlyph.exec(text)?.[0]);
  expect(numbers).toHaveLength(pages);
  expect(new Set(numbers.map((each) => each?.replace(/<\w+>/, '')))).toHaveProperty('size', 1);
  expect(new Set(numbers)).toHaveProperty('size', pages);
  expect(await studio.main(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

/** A page's number: a text of one glyph, which comes first and stands at the same place on every page. */
const oneGlyph = /BT\s[^<]*Tm\s+<\w{2}>\s+Tj\s+ET/;

/** The commands that set text, page by page. */
function textsOf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  return [...source.matchAll(/stream\r?\n/g)].flatMap(({ 0: { length }, index }) => {
    const start = index + length;
    try {
      const stream = pdf.subarray(start, source.indexOf('endstream', start));
      const text = inflateSync(stream).toString('latin1');
      return text.includes('BT') && text.includes('Tm') ? [text] : [];
    } catch {
      // A stream of another kind.
      return [];
    }
  });
}
