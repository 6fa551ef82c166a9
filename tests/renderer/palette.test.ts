import { describe, expect, test } from 'vitest';
import type { EssayId, EssayRow } from '#contract/essay.ts';
import type { CommandInfo } from '#renderer/state/commands.ts';
import { createPalette, type PaletteSources } from '#renderer/state/palette.ts';

const commands: readonly CommandInfo[] = [
  { id: 'essay.new', label: 'New essay', key: 'Ctrl+N', group: 'Essay' },
  { id: 'view.outline', label: 'Outline', key: 'Ctrl+Shift+L', group: 'View' },
  { id: 'table', label: 'Table', key: 'Ctrl+Alt+T', group: 'Text' },
];
const essay = (title: string) => ({ id: title as EssayId, title }) as EssayRow;
const sources: PaletteSources = {
  commands,
  recent: [],
  essays: [essay('The table that moved'), essay('')],
  outline: [{ level: 2, text: 'Tables turned', id: 'tables-turned', line: 40 }],
};
const labels = (query: string, from = sources) =>
  createPalette(from)(query).map(({ label }) => label);

describe('before anything is typed', () => {
  test('every command with its key, then the essays changed last', () => {
    expect(labels('')).toEqual([
      'New essay',
      'Outline',
      'Table',
      'The table that moved',
      'Untitled',
    ]);
    expect(createPalette(sources)('')[0]).toMatchObject({ key: 'Ctrl+N' });
  });

  test('the commands run lately come first, the latest before the others', () => {
    const recent = { ...sources, recent: ['table', 'view.outline'] as const };
    expect(labels('', recent).slice(0, 3)).toEqual(['Table', 'Outline', 'New essay']);
  });
});

describe('while typing', () => {
  test('commands, headings and essays are found together, the best first', () => {
    expect(labels('table')).toEqual(['Table', 'Tables turned', 'The table that moved']);
  });

  test('a heading knows its line', () => {
    expect(createPalette(sources)('turned')).toMatchObject([{ kind: 'heading', line: 40 }]);
  });

  test('an essay without a title is found as it is shown', () => {
    expect(createPalette(sources)('untitled')).toMatchObject([{ kind: 'essay', id: '' }]);
  });
});
