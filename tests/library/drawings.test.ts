import { expect, test } from 'vitest';
import { findDrawing, keepDrawing } from '#library/drawings/drawings.ts';
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
