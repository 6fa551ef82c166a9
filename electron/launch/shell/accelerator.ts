import type { PageAccelerator } from './pageSide.ts';

/** `CmdOrCtrl+Shift+K` as a page compares it with a key event. Throws on a name it does not know. */
export function readAccelerator(accelerator: string): Omit<PageAccelerator, 'index'> {
  const parts = accelerator.split('+').filter((part) => part !== '');
  const name = parts.pop() ?? '';
  const has = (...names: string[]) => parts.some((part) => names.includes(part.toLowerCase()));
  const onMac = process.platform === 'darwin';
  const either = has('cmdorctrl', 'commandorcontrol');
  const unknown = parts.find((part) => !modifiers.includes(part.toLowerCase()));
  if (unknown) throw new Error(`the Chromium shell has no modifier '${unknown}'`);
  return {
    ...keyOf(name),
    ctrl: has('ctrl', 'control') || (either && !onMac),
    meta: has('cmd', 'command', 'super', 'meta') || (either && onMac),
    alt: has('alt', 'option'),
    shift: has('shift'),
  };
}

const modifiers = [
  'cmdorctrl',
  'commandorcontrol',
  'ctrl',
  'control',
  'cmd',
  'command',
  'super',
  'meta',
  'alt',
  'option',
  'shift',
];

function keyOf(name: string): { key: string; code: string } {
  if (/^[a-z]$/i.test(name)) return { key: name.toLowerCase(), code: `Key${name.toUpperCase()}` };
  if (/^[0-9]$/.test(name)) return { key: name, code: `Digit${name}` };
  if (/^F([1-9]|1[0-9]|2[0-4])$/.test(name)) return { key: name.toLowerCase(), code: name };
  const known = named[name];
  if (!known) throw new Error(`the Chromium shell has no key '${name}'`);
  return { key: known[0], code: known[1] };
}

/** Keys compared in lower case, and the place on the keyboard for layouts that write another sign there. */
const named: Record<string, readonly [key: string, code: string]> = {
  Plus: ['+', 'Equal'],
  '=': ['=', 'Equal'],
  '-': ['-', 'Minus'],
  ',': [',', 'Comma'],
  '.': ['.', 'Period'],
  '/': ['/', 'Slash'],
  '\\': ['\\', 'Backslash'],
  ';': [';', 'Semicolon'],
  "'": ["'", 'Quote'],
  '`': ['`', 'Backquote'],
  '[': ['[', 'BracketLeft'],
  ']': [']', 'BracketRight'],
  Space: [' ', 'Space'],
  Tab: ['tab', 'Tab'],
  Enter: ['enter', 'Enter'],
  Return: ['enter', 'Enter'],
  Escape: ['escape', 'Escape'],
  Backspace: ['backspace', 'Backspace'],
  Delete: ['delete', 'Delete'],
  Up: ['arrowup', 'ArrowUp'],
  Down: ['arrowdown', 'ArrowDown'],
  Left: ['arrowleft', 'ArrowLeft'],
  Right: ['arrowright', 'ArrowRight'],
};
