import { describe, expect, test } from 'vitest';
import { isKey, keyLabel, type Stroke } from '#renderer/state/keyLabel.ts';

describe('how a key is named', () => {
  test.each([
    ['Mod-k', 'Ctrl+K', '⌘K'],
    ['Mod-Shift-k', 'Ctrl+Shift+K', '⇧⌘K'],
    ['Mod-Alt-1', 'Ctrl+Alt+1', '⌥⌘1'],
    ['Mod--', 'Ctrl+-', '⌘-'],
    ['Mod-\\', 'Ctrl+\\', '⌘\\'],
    ['Alt-ArrowUp', 'Alt+↑', '⌥↑'],
    ['Mod-Shift-Backspace', 'Ctrl+Shift+Backspace', '⇧⌘Backspace'],
    ['F6', 'F6', 'F6'],
    ['', '', ''],
  ])('%s is %s, and %s on a Mac', (key, elsewhere, mac) => {
    expect(keyLabel(key, false)).toBe(elsewhere);
    expect(keyLabel(key, true)).toBe(mac);
  });
});

describe('which key was struck', () => {
  const stroke = (key: string, held: Partial<Stroke> = {}): Stroke => ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  test('Mod is Control, and Command on a Mac', () => {
    expect(isKey(stroke('k', { ctrlKey: true }), 'Mod-k', false)).toBe(true);
    expect(isKey(stroke('k', { metaKey: true }), 'Mod-k', true)).toBe(true);
    expect(isKey(stroke('k', { ctrlKey: true }), 'Mod-k', true)).toBe(false);
    expect(isKey(stroke('k', { ctrlKey: true, metaKey: true }), 'Mod-k', false)).toBe(false);
  });

  test('a modifier more or less is another key', () => {
    expect(isKey(stroke('K', { ctrlKey: true, shiftKey: true }), 'Mod-k', false)).toBe(false);
    expect(isKey(stroke('k', { ctrlKey: true, altKey: true }), 'Mod-k', false)).toBe(false);
    expect(isKey(stroke('k'), 'Mod-k', false)).toBe(false);
  });

  test('a sign counts however the layout reaches it', () => {
    const held = { ctrlKey: true, shiftKey: true, code: 'Digit7' };
    expect(isKey(stroke('/', held), 'Mod-/', false)).toBe(true);
  });

  test('on a layout of other letters the place on the board decides', () => {
    const held = { ctrlKey: true, code: 'KeyK' };
    expect(isKey(stroke('л', held), 'Mod-k', false)).toBe(true);
    // On a Dvorak board the key at K types T, and means T.
    expect(isKey(stroke('t', held), 'Mod-k', false)).toBe(false);
  });
});
