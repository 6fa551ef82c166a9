import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskOf } from '../support/desk.ts';
import { makeLibrary } from '../support/library.ts';
import { expect, test } from '../support/test.ts';

test('an essay is printed as PDF: tagged, with its outline, its links and numbered pages', async ({
  launch,
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
  const studio = await launch({ library });
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
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(2);
  expect(await studio.main(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
