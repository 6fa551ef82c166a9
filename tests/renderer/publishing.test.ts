import { beforeEach, expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { withStudio } from './studioBehind.ts';

const desk = withStudio();
beforeEach(() => {
  desk.behind.answer({ 'targets.list': () => [], 'targets.kinds': () => [] });
});

const isOpen = () => desk.studio.publishing.store.getState().isOpen;
const onDesk = () => desk.studio.desk.store.getState().essay?.title;

test('it stays where an essay comes onto the desk that was asked for before it, and goes for one that is asked for now', async () => {
  const { behind, studio } = desk;
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
