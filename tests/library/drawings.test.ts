import { expect, test } from 'vitest';
import { findDrawing, keepDrawing } from '#library/drawings/drawings.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { trashEssays } from '#library/essays/trash.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { pruneUnusedDrawings } from '#main/pruneDrawings.ts';
import { freshLibrary } from './freshLibrary.ts';

test('a drawing is found by its source, replaced by a newer one, and not believed when it was altered', () => {
  const { library } = freshLibrary();
  keepDrawing(library, 'graph', { kind: 'wrong', reason: 'not yet' });
  keepDrawing(library, 'graph', { kind: 'drawn', light: '<svg></svg>', dark: '<svg></svg>' });
  expect(findDrawing(library, 'graph')).toMatchObject({ kind: 'drawn', light: '<svg></svg>' });
  expect(findDrawing(library, 'graph ')).toBeUndefined();
  library.db.exec("UPDATE drawing SET drawn = replace(drawn, 'svg', 'div')");
  expect(findDrawing(library, 'graph')).toBeUndefined();
});

test('drawings that no text shows go when the studio is idle, but for those looked at since it was opened', async () => {
  const { library, path } = freshLibrary();
  const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n`;
  createEssay(library, {
    title: 'One',
    body: `- a\n\n  ${fence('shown').replaceAll('\n', '\n  ')}`,
  });
  const { id } = createEssay(library, {
    title: 'Two',
    body: `A[^1]\n\n[^1]: ${fence('in the trash').replaceAll('\n', '\n    ')}`,
  });
  trashEssays(library, [id]);
  const sources = ['shown', 'in the trash', 'of the past', 'looked at'];
  for (const source of sources) keepDrawing(library, source, { kind: 'wrong', reason: 'x' });
  expect(await pruneUnusedDrawings(library)).toBe(0);

  const again = openLibrary(path);
  findDrawing(again, 'looked at');
  expect(await pruneUnusedDrawings(again)).toBe(1);
  again.close();
  expect(sources.filter((source) => findDrawing(library, source))).toEqual([
    'shown',
    'in the trash',
    'looked at',
  ]);
});
