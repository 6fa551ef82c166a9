import { expect, test } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import type { Essay, EssayPatch } from '#contract/essay.ts';
import { openFields } from '#renderer/state/fields.ts';

/** Fields in front of a library that keeps everything but a slug. */
function fieldsOf() {
  const kept: EssayPatch[] = [];
  const refused: EssayPatch[] = [];
  const fields = openFields({
    savedAt: 0,
    async describe(patch) {
      if ('slug' in patch) throw new StudioError('invalid', 'That cannot be a slug.');
      kept.push(patch);
      return { updatedAt: '2026-01-01T00:00:00.000Z' } as Essay;
    },
    onDescribed: () => {},
    onRefused: (patch) => refused.push(patch),
    onState: () => {},
  });
  return { fields, kept, refused };
}

test('what is typed within a moment is saved at once', async () => {
  const { fields, kept } = fieldsOf();
  fields.change({ title: 'A' });
  fields.change({ excerpt: 'B' });
  await fields.flush();
  expect(kept).toEqual([{ title: 'A', excerpt: 'B' }]);
  expect(fields.state().kind).toBe('saved');
});

test('a value that is refused takes no other with it', async () => {
  const { fields, kept, refused } = fieldsOf();
  fields.change({ title: 'A', slug: '?', excerpt: 'B' });
  await fields.flush();
  expect(kept).toEqual([{ title: 'A' }, { excerpt: 'B' }]);
  expect(refused).toEqual([{ slug: '?' }]);
  expect(fields.unsaved()).toEqual({});
  expect(fields.state().kind).toBe('saved');
});
