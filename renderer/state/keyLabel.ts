const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Mod: '⌘' };
const macOrder = ['Ctrl', 'Alt', 'Shift', 'Mod'];

const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Space: 'Space',
};

/** A key as its keyboard names it: `Mod-Shift-k` is `Ctrl+Shift+K`, and `⇧⌘K` on a Mac. Empty for ''. */
export function keyLabel(key: string, mac: boolean): string {
  if (key === '') return '';
  const { modifiers, name } = splitKey(key);
  const shown = keyNames[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  if (mac) {
    const signs = macOrder.filter((modifier) => modifiers.includes(modifier));
    return signs.map((modifier) => macSigns[modifier]).join('') + shown;
  }
  const words = ['Mod', 'Ctrl', 'Alt', 'Shift'].filter((modifier) => modifiers.includes(modifier));
  return [...words.map((word) => (word === 'Mod' ? 'Ctrl' : word)), shown].join('+');
}

/** The part of a keyboard event that tells which key was struck. */
export type Stroke = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** Whether a stroke is the key named, on this system. */
export function isKey(stroke: Stroke, key: string, mac: boolean): boolean {
  if (key === '') return false;
  const { modifiers, name } = splitKey(key);
  const mod = modifiers.includes('Mod');
  const control = modifiers.includes('Ctrl') || (mod && !mac);
  if (stroke.ctrlKey !== control || stroke.metaKey !== (mod && mac)) return false;
  if (stroke.altKey !== modifiers.includes('Alt')) return false;
  if (stroke.shiftKey !== modifiers.includes('Shift') && !isShiftedSign(name)) return false;
  return sameName(stroke, name);
}

function splitKey(key: string): { modifiers: string[]; name: string } {
  const parts = key.split(/-(?!$)/);
  return { modifiers: parts.slice(0, -1), name: parts.at(-1)! };
}

/** Signs that some layouts reach only with Shift, so that Shift cannot be asked of them. */
function isShiftedSign(name: string): boolean {
  return name.length === 1 && !/[\p{L}\p{N}]/u.test(name);
}

/** Letters and digits go by what is printed where the layout has them, else by the place on the board. */
function sameName(stroke: Stroke, name: string): boolean {
  if (stroke.key.toLowerCase() === name.toLowerCase()) return true;
  if (/^[a-z]$/i.test(name)) {
    return !/^[a-z]$/i.test(stroke.key) && stroke.code === `Key${name.toUpperCase()}`;
  }
  return /^\d$/.test(name) && stroke.code === `Digit${name}`;
}
