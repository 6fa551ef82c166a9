import {
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state';
import { isInCode, nodeAround } from './syntax.ts';

/**
 * Makes a link of the selection or of the word at the cursor, with the cursor where the address goes;
 * a selected address becomes the target of a link without text yet. In a link, selects its address.
 */
export const makeLink: StateCommand = ({ state, dispatch }) => {
  if (
    state.readOnly ||
    state.selection.ranges.every((range) => isInCode(state, range.from, range.to))
  ) {
    return false;
  }
  const spec = state.changeByRange((range) =>
    isInCode(state, range.from, range.to) ? { range } : linkRange(state, range),
  );
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }));
  return true;
};

/** An address by itself: a scheme that a browser opens, or `www.`. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:|www\.)[^\s<>]+$/i.test(text);
}

/** An address as a link's destination: in angle brackets where it would end early, with a scheme. */
export function destination(address: string): string {
  const whole = /^www\./i.test(address) ? `https://${address}` : address;
  return /[()\\]/.test(whole) ? `<${whole.replace(/\\/g, '%5C')}>` : whole;
}

function linkRange(state: EditorState, range: SelectionRange) {
  const link = nodeAround(state, range.from, range.to, ['Link', 'Image'])?.getChild('URL');
  if (link) return { range: EditorSelection.range(link.from, link.to) };
  const target = range.empty ? (state.wordAt(range.head) ?? range) : range;
  const text = state.sliceDoc(target.from, target.to);
  if (isAddress(text)) {
    const insert = `[](${destination(text)})`;
    return {
      changes: { from: target.from, to: target.to, insert },
      range: EditorSelection.cursor(target.from + 1),
    };
  }
  return {
    changes: { from: target.from, to: target.to, insert: `[${text}]()` },
    range: EditorSelection.cursor(target.from + (text ? text.length + 3 : 1)),
  };
}
