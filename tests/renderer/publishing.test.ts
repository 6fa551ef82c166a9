import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { createStudio, type StudioState } from '#renderer/state/studioState.ts';
import { createWindowMemory } from '#renderer/state/windowMemory.ts';
import { editorOnDesk } from './editorOnDesk.ts';
import { type LibraryBehind, libraryBehind } from './libraryBehind.ts';

let behind: LibraryBehind;
let studio: StudioState;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0));
  behind = libraryBehind();
  studio = createStudio({
    ask: behind.ask,
    listen: behind.listen,
    memory: createWindowMemory(null),
    mac: false,
    focusSearch: () => {},
    focusPastSearch: () => {},
  });
  studio.desk.attachEditor(editorOnDesk().control, () => {});
  behind.answer({ 'targets.list': () => [], 'targets.kinds': () => [] });
});
afterEach(() => {
  behind.remove();
  vi.unstubAllGlobals();
});

const isOpen = () => studio.publishing.store.getState().isOpen;
const onDesk = () => studio.desk.store.getState().essay?.title;

test('it stays where an essay comes onto the desk that was asked for before it, and goes for one that is asked for now', async () => {
  behind.answer({
    'import.samples': () => {
      const { id, title } = createEssay(behind.library, { title: 'A sample' });
      const imported = [{ id, title, file: 'a.md', notes: [] }];
      return { imported, skipped: [], cancelled: false };
    },
  });
  await studio.start();
  studio.exchange.importSamples();
  studio.publishing.open();
  await expect.poll(onDesk).toBe('A sample');
  expect(isOpen()).toBe(true);
  const { id } = createEssay(behind.library, { title: 'Another' });
  await studio.desk.open(id);
  expect([onDesk(), isOpen()]).toEqual(['Another', false]);
});
