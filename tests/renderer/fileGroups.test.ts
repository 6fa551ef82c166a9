import { describe, expect, test } from 'vitest';
import type { EssayId } from '#contract/essay.ts';
import type { FileStatus } from '#contract/publishing.ts';
import { countToPublish, fileGroups, reasonWords, toCheck } from '#renderer/state/fileGroups.ts';

const file = (path: string, said: Partial<FileStatus>): FileStatus => ({
  path,
  title: path,
  essay: path as EssayId,
  state: 'unchanged',
  reasons: [],
  isHeld: false,
  ...said,
});
const files = [
  file('same', {}),
  file('new', { state: 'new' }),
  file('edited', { state: 'changed', reasons: ['text', 'links'] }),
  file('around', { state: 'changed', reasons: ['surroundings', 'links'] }),
  file('index', { state: 'changed', reasons: ['surroundings'], essay: null }),
  file('gone', { state: 'gone' }),
  file('removed', { state: 'removed' }),
  file('theirs', { state: 'edited', reasons: ['text'], isHeld: true }),
  file('occupied', { state: 'occupied', isHeld: true }),
];

describe('files of a target', () => {
  test('are told by how they stand', () => {
    expect(
      fileGroups(files).map(({ name, files: of }) => [name, of.map(({ path }) => path)]),
    ).toEqual([
      ['Changed by someone else', ['theirs', 'occupied']],
      ['New', ['new']],
      ['Unpublished edits', ['edited']],
      ['Changed', ['around', 'index']],
      ['Missing in the folder', ['gone']],
      ['Removed', ['removed']],
    ]);
    expect(fileGroups([file('same', {})])).toEqual([]);
  });

  test('that publishing would touch are counted, another hand’s only when it may be written over', () => {
    expect(countToPublish(files, new Set())).toBe(6);
    expect(countToPublish(files, new Set(['theirs']))).toBe(7);
    expect(toCheck(files, new Set(['theirs']))).toEqual([
      'new',
      'edited',
      'around',
      'gone',
      'theirs',
    ]);
  });

  test('say why they would come out otherwise', () => {
    expect(reasonWords(files[3]!)).toBe(
      'settings, or the essays around it, an essay it links to moved',
    );
    expect(reasonWords(files[1]!)).toBe('');
  });
});
