import { describe, expect, test } from 'vitest';
import type { EssayId } from '#contract/essay.ts';
import {
  cursorAfterKey,
  extendTo,
  keepSelected,
  type ListSelection,
  nothingSelected,
  selectAll,
  selectOne,
  toggleOne,
} from '#renderer/state/listSelection.ts';

const ids = (letters: string) => [...letters] as EssayId[];
const id = (letter: string) => letter as EssayId;

/** `b[c]d`: b, c and d are selected and c has the cursor. */
function shown({ ids: selected, cursor }: ListSelection): string {
  return [...selected]
    .sort()
    .join('')
    .replace(cursor ?? '', `[${cursor ?? ''}]`);
}

describe('selecting', () => {
  test('Shift takes everything from where the range began, either way', () => {
    const from = selectOne(id('c'));
    expect(shown(extendTo(from, id('e'), ids('abcdef')))).toBe('cd[e]');
    const back = extendTo(extendTo(from, id('e'), ids('abcdef')), id('a'), ids('abcdef'));
    expect(shown(back)).toBe('[a]bc');
  });

  test('Mod adds and takes out', () => {
    const two = toggleOne(selectOne(id('a')), id('c'));
    expect(shown(two)).toBe('a[c]');
    expect([...toggleOne(two, id('a')).ids]).toEqual(['c']);
  });

  test('everything, with the cursor where it was', () => {
    expect(shown(selectAll(selectOne(id('b')), ids('abc')))).toBe('a[b]c');
  });
});

describe('when the list changes', () => {
  test('what is still listed stays selected', () => {
    const selection = extendTo(selectOne(id('b')), id('d'), ids('abcde'));
    expect(shown(keepSelected(selection, ids('abcde'), ids('edba')))).toBe('b[d]');
  });

  test('where the row at the cursor went, the one in its place is next', () => {
    expect(shown(keepSelected(selectOne(id('c')), ids('abcde'), ids('abde')))).toBe('[d]');
    expect(shown(keepSelected(selectOne(id('e')), ids('abcde'), ids('abcd')))).toBe('[d]');
  });

  test('an empty list selects nothing', () => {
    expect(keepSelected(selectOne(id('a')), ids('a'), [])).toEqual(nothingSelected);
  });
});

describe('keys in a list of 100 rows, 10 in view', () => {
  test.each([
    ['ArrowDown', 5, 6],
    ['ArrowDown', 99, 99],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['ArrowUp', -1, 99],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['PageDown', 50, 59],
    ['PageDown', 95, 99],
    ['PageUp', 3, 0],
    ['x', 5, null],
  ])('%s at %i goes to %s', (key, cursor, to) => {
    expect(cursorAfterKey(key, cursor, 100, 10)).toBe(to);
  });

  test('no key goes anywhere in an empty list', () => {
    expect(cursorAfterKey('ArrowDown', -1, 0, 10)).toBeNull();
  });
});
