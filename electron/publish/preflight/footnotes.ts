import type { Found, Rule } from './review.ts';

/** References to footnotes that are not there, and footnotes that nothing refers to. */
export const footnotes: Rule = {
  name: 'footnotes',
  check: ({ prose, lineAt }) => {
    const defined = new Map<string, number>();
    const asked = new Map<string, number>();
    for (const { index, 1: label = '', 2: colon } of prose.text.matchAll(note)) {
      const isDefinition = colon && /(?:^|[\r\n])[ \t>]*$/.test(prose.text.slice(0, index));
      const into = isDefinition ? defined : asked;
      const name = label.toLowerCase();
      if (!into.has(name)) into.set(name, index);
    }
    const found: Found[] = [];
    for (const [label, place] of asked) {
      if (defined.has(label)) continue;
      found.push({
        line: lineAt(place),
        message: `There is no footnote “${label}”, so readers see [^${label}].`,
        advice: 'Write the footnote, or take the reference out.',
      });
    }
    for (const [label, place] of defined) {
      if (asked.has(label)) continue;
      found.push({
        line: lineAt(place),
        message: `Nothing refers to the footnote “${label}”, so no reader sees it.`,
        advice: 'Refer to it, or take it out.',
      });
    }
    return found;
  },
};

const note = /(?<!\\)\[\^([^\s[\]]+)\](:)?/g;
