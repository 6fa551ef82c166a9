import { ChangeSet } from '@codemirror/state';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import type { NewEssay } from '#contract/essay.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { withStudio } from './studioBehind.ts';

const desk = withStudio();
let { behind, studio, editor } = desk;
beforeEach(() => {
  ({ behind, studio, editor } = desk);
});

const add = (start: NewEssay) => createEssay(behind.library, start).id;
const stored = (id: Parameters<typeof readEssay>[1]) => readEssay(behind.library, id);
const rows = () => studio.library.store.getState().list?.rows.map((row) => row.title);
const notice = () => studio.notices.store.getState().notice;
const sheet = () => studio.sheets.store.getState().sheet;
const saved = () => studio.desk.store.getState().saved;
const diskFull = () => {
  throw new StudioError('disk-full', 'The disk is full.', 'Make room on it.');
};

describe('starting', () => {
  test('lists the library and puts the essay of last time on the desk', async () => {
    add({ title: 'Other' });
    const id = add({ title: 'Last time', body: 'Words.' });
    behind.answer({
      'preferences.read': () => ({ ...studio.preferences.store.getState(), lastEssay: id }),
    });
    await studio.start();
    expect(rows()).toHaveLength(2);
    expect(editor.shown()).toEqual({ id, title: 'Last time', body: 'Words.' });
    expect([...studio.library.store.getState().selection.ids]).toEqual([id]);
  });

  test('a long list shows its first rows at once, and says how many are to come', async () => {
    for (let place = 0; place < 75; place++) add({ title: `Essay ${place}` });
    const steps: { rows: number; coming: number }[] = [];
    studio.library.store.subscribe(({ list, coming }) => {
      if (list) steps.push({ rows: list.rows.length, coming });
    });
    await studio.start();
    expect(steps).toContainEqual({ rows: 60, coming: 15 });
    expect(steps.at(-1)).toEqual({ rows: 75, coming: 0 });
  });

  test('a library that cannot be opened is shown as such, and lists nothing', async () => {
    const error = { code: 'newer-library', message: 'It is newer.', advice: '' } as const;
    behind.answer({
      'library.status': () => ({ kind: 'failed', path: '/x', error, olderCopy: null }),
    });
    await studio.start();
    expect(studio.library.store.getState().status).toMatchObject({ kind: 'failed' });
    expect(behind.asked).not.toContain('essays.list');
  });
});

describe('writing', () => {
  test('text and fields are both in the library once it says saved', async () => {
    const id = add({ title: 'Before', body: 'One.' });
    await studio.start();
    await studio.desk.open(id);
    editor.type(ChangeSet.of({ from: 4, insert: ' Two.' }, 4));
    studio.desk.describe({ title: 'After', tags: ['kept'] });
    expect(saved().kind).toBe('unsaved');
    await studio.desk.saveAll();
    expect(saved().kind).toBe('saved');
    expect(stored(id)).toMatchObject({ title: 'After', tags: ['kept'], body: 'One. Two.' });
    expect(studio.desk.store.getState().essay?.slug).toBe('after');
  });

  test('the row follows, and goes to the top', async () => {
    const id = add({ title: 'Old' });
    add({ title: 'New' });
    await studio.start();
    await studio.desk.open(id);
    studio.desk.describe({ title: 'Old, renamed' });
    await studio.desk.saveAll();
    expect(rows()).toEqual(['Old, renamed', 'New']);
  });

  test('an essay that was only looked at keeps its place in the list', async () => {
    const id = add({ title: 'Old' });
    const other = add({ title: 'New' });
    await studio.start();
    await studio.desk.open(id);
    await studio.desk.saveAll();
    await studio.desk.open(other);
    expect(rows()).toEqual(['New', 'Old']);
  });

  test('the essay that is opened is the one selected, but only where the list shows it', async () => {
    const id = add({ title: 'Draft' });
    const other = add({ title: 'Idea', status: 'idea' });
    await studio.start();
    await studio.desk.open(id);
    const selected = () => [...studio.library.store.getState().selection.ids];
    expect(selected()).toEqual([id]);
    await studio.library.query({ status: 'draft' });
    await studio.desk.open(other);
    expect(selected()).toEqual([id]);
  });

  test('a value that the library refuses is said at its field and not kept', async () => {
    const id = add({ title: 'A' });
    behind.answer({
      'essays.describe': (which, patch) => {
        if (patch.language === 'klingon!') throw new StudioError('invalid', 'No such language.');
        return describeEssay(behind.library, which, patch);
      },
    });
    await studio.start();
    await studio.desk.open(id);
    studio.desk.describe({ language: 'klingon!' });
    await studio.desk.saveAll();
    expect(studio.desk.store.getState().refused).toMatchObject({
      patch: { language: 'klingon!' },
      failure: { message: 'No such language.' },
    });
    expect(studio.desk.store.getState().essay?.language).toBe('en');
    studio.desk.describe({ language: 'de' });
    expect(studio.desk.store.getState().refused).toBeNull();
    await studio.desk.saveAll();
    expect(stored(id).language).toBe('de');
  });

  test('an essay left unsaved is still saving itself, and comes back as it was typed', async () => {
    const id = add({ title: 'Full', body: '' });
    const other = add({ title: 'Other' });
    await studio.start();
    await studio.desk.open(id);
    behind.answer({ 'essays.change': diskFull });
    editor.type(ChangeSet.of({ from: 0, insert: 'Only here.' }, 0));
    await vi.waitFor(() => expect(saved().kind).toBe('failed'));
    await studio.desk.open(other);
    await studio.desk.open(id);
    expect(editor.shown()).toMatchObject({ id, body: 'Only here.' });
    expect(saved().kind).toBe('failed');
    expect(studio.desk.unsavedTexts()).toEqual(['Only here.']);
  });

  test('what another program wrote comes into the text and the fields', async () => {
    const id = add({ title: 'Shared', body: 'Mine.\n' });
    await studio.start();
    await studio.desk.open(id);
    editor.type(ChangeSet.of({ from: 0, insert: 'Top.\n' }, 6));
    const { revision } = describeEssay(behind.library, id, { title: 'Theirs' });
    expect(revision).toBeGreaterThan(1);
    behind.tell('library.changedElsewhere', null);
    await vi.waitFor(() => expect(studio.desk.store.getState().essay?.title).toBe('Theirs'));
    await studio.desk.saveAll();
    expect(stored(id)).toMatchObject({ title: 'Theirs', body: 'Top.\nMine.\n' });
    expect(rows()).toEqual(['Theirs']);
  });
});

describe('whole essays', () => {
  test('a new one is on the desk with the focus in its title, whatever was filtered', async () => {
    add({ title: 'A', status: 'ready' });
    await studio.start();
    await studio.library.query({ status: 'ready' });
    studio.essays.create();
    await vi.waitFor(() => expect(editor.titleFocused()).toBe(true));
    expect(rows()).toEqual(['', 'A']);
  });

  test('the trash takes it from the desk, with what was typed last in it', async () => {
    const id = add({ title: 'Going', body: '' });
    await studio.start();
    await studio.desk.open(id);
    editor.type(ChangeSet.of({ from: 0, insert: 'Last words.' }, 0));
    studio.essays.remove([id]);
    await vi.waitFor(() => expect(rows()).toEqual([]));
    expect(studio.desk.store.getState().essay).toBeNull();
    expect(stored(id)).toMatchObject({ body: 'Last words.' });
    expect(stored(id).trashedAt).not.toBeNull();
    expect(notice()).toMatchObject({ kind: 'said', text: 'Essay moved to the trash.' });
  });

  test('nothing is deleted for good without being asked about', async () => {
    const id = add({ title: 'Gone' });
    await studio.start();
    await behind.ask('essays.trash', [id]);
    await studio.library.query({ trashed: true });
    studio.essays.remove([id]);
    expect(sheet()).toEqual({ kind: 'deleteForGood', ids: [id], title: '“Gone”' });
    expect(behind.asked).not.toContain('essays.deleteForGood');
    studio.essays.deleteForGood([id]);
    await vi.waitFor(() => expect(rows()).toEqual([]));
  });

  test('what fails is told in its own words, once', async () => {
    await studio.start();
    behind.answer({ 'essays.create': diskFull });
    studio.essays.create();
    await vi.waitFor(() => expect(notice()?.kind).toBe('problem'));
    expect(notice()).toMatchObject({ text: 'The disk is full.', advice: 'Make room on it.' });
  });
});

describe('leaving', () => {
  test('waits for the last change, then allows', async () => {
    const id = add({ title: 'Open', body: '' });
    await studio.start();
    await studio.desk.open(id);
    editor.type(ChangeSet.of({ from: 0, insert: 'Typed while quitting.' }, 0));
    behind.tell('quit.requested', null);
    await vi.waitFor(() => expect(behind.asked).toContain('quit.allow'));
    expect(stored(id).body).toBe('Typed while quitting.');
  });

  test('does not allow while text is not saved: the writer is asked, and may try again', async () => {
    const id = add({ title: 'Open', body: '' });
    await studio.start();
    await studio.desk.open(id);
    behind.answer({ 'essays.change': diskFull });
    editor.type(ChangeSet.of({ from: 0, insert: 'Not lost.' }, 0));
    behind.tell('quit.requested', null);
    await vi.waitFor(() => expect(sheet()?.kind).toBe('leaving'));
    expect(behind.asked).not.toContain('quit.allow');
    studio.leaving.leaveUnsaved();
    await vi.waitFor(() => expect(behind.asked).toContain('quit.allow'));
  });
});

describe('commands', () => {
  test('what needs an essay cannot be done without one', async () => {
    await studio.start();
    expect(studio.commands.can('essay.details')).toBe(false);
    expect(studio.commands.can('strong')).toBe(false);
    await studio.desk.open(add({ title: 'A' }));
    expect(studio.commands.can('essay.details')).toBe(true);
    studio.commands.run('strong');
    expect(editor.ran()).toEqual(['strong']);
  });

  test('a read-only library takes no changes, and still exports', async () => {
    const id = add({ title: 'A' });
    behind.answer({
      'library.status': () => ({
        kind: 'open',
        path: '/x',
        essays: 1,
        readOnly: true,
        keptCopy: null,
      }),
    });
    await studio.start();
    await studio.desk.open(id);
    expect(studio.commands.can('essay.new')).toBe(false);
    expect(studio.commands.can('essay.exportHtml')).toBe(true);
    expect(editor.isReadOnly()).toBe(true);
  });

  test('those run from the palette are remembered, the latest first', () => {
    studio.commands.noteRecent('essay.new');
    studio.commands.noteRecent('table');
    studio.commands.noteRecent('essay.new');
    expect(studio.commands.recent()).toEqual(['essay.new', 'table']);
  });
});
