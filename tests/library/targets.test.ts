import { describe, expect, test } from 'vitest';
import type { EssayId } from '#contract/essay.ts';
import type { Receipt, TargetSettings } from '#contract/publishing.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { listFacts } from '#library/essays/listFacts.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { trashEssays } from '#library/essays/trash.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { keepReceipts, readReceipts } from '#library/receipts/receipts.ts';
import { readPrivateNames, setPrivateNames } from '#library/targets/privateNames.ts';
import { findTarget, listTargets, readTarget } from '#library/targets/readTargets.ts';
import { addTarget, changeTarget, removeTarget } from '#library/targets/saveTarget.ts';
import { targetWith } from '../publish/targetWith.ts';
import { freshLibrary } from './freshLibrary.ts';

const settings = (said: Partial<TargetSettings> = {}): TargetSettings => {
  const { id: _, ...rest } = targetWith({ name: 'My blog', kind: 'hugo', ...said });
  return rest;
};
const receipt = (target: Receipt['target'], said: Partial<Receipt> = {}): Receipt => ({
  target,
  path: 'one.md',
  sha256: 'aa',
  essays: [{ id: 'x' as EssayId, title: 'One', revision: 1, head: 'h' }],
  preset: 'hugo/1',
  renderer: '',
  inputs: 'i',
  links: {},
  reading: null,
  publishedAt: '2026-05-01T12:00:00.000Z',
  ...said,
});

describe('targets', () => {
  test('are kept as they were said, in the order they were made', () => {
    const { library } = freshLibrary();
    const blog = addTarget(library, settings({ fields: { tags: 'keywords' } }));
    const site = addTarget(library, settings({ name: 'Site', kind: 'site' }));
    expect(listTargets(library)).toEqual([blog, site]);
    changeTarget(library, blog.id, { ...settings(), folder: '/elsewhere' });
    expect(readTarget(library, blog.id).folder).toBe('/elsewhere');
    removeTarget(library, blog.id);
    expect(listTargets(library)).toEqual([site]);
    expect(() => readTarget(library, blog.id)).toThrow('not in the library any more');
  });

  test('are found by name in any case, and two cannot share one', () => {
    const { library } = freshLibrary();
    const blog = addTarget(library, settings());
    expect(findTarget(library, 'MY  blog')).toEqual(blog);
    expect(() => addTarget(library, settings({ name: 'my Blog ' }))).toThrow(/already/);
    expect(() => addTarget(library, settings({ name: ' ' }))).toThrow('has no name');
    expect(() => findTarget(library, 'x')).toThrow('There is no target “x”.');
    changeTarget(library, blog.id, settings({ name: 'MY BLOG' }));
    removeTarget(library, blog.id);
    addTarget(library, settings());
  });

  test('that are damaged are told by proof, and not used', () => {
    const { library } = freshLibrary();
    addTarget(library, settings());
    library.db.exec("UPDATE target SET settings = replace(settings, '/nowhere', '/elsewhere')");
    expect(() => listTargets(library)).toThrow(/damaged/);
    expect(proveLibrary(library).file).toEqual([
      'What is said of 1 place to publish to is not what was saved.',
    ]);
  });
});

describe('receipts', () => {
  test('say what is at a target now; what was there before is kept', () => {
    const { library } = freshLibrary();
    const { id } = addTarget(library, settings());
    const other = addTarget(library, settings({ name: 'Other' }));
    keepReceipts(library, id, new Map([['one.md', receipt(id)]]));
    keepReceipts(library, other.id, new Map([['one.md', receipt(other.id)]]));
    const second = receipt(id, { sha256: 'bb' });
    const two = receipt(id, { path: 'two.md' });
    keepReceipts(
      library,
      id,
      new Map([
        ['one.md', second],
        ['two.md', two],
      ]),
    );
    expect(readReceipts(library, id)).toEqual([second, two]);
    keepReceipts(library, id, new Map([['two.md', null]]));
    removeTarget(library, id);
    expect(readReceipts(library, id)).toEqual([second]);
    expect(library.db.prepare('SELECT count(*) FROM receipt').pluck().get()).toBe(4);
  });

  test('that are damaged do not count, and proof tells of them', () => {
    const { library } = freshLibrary();
    const { id } = addTarget(library, settings());
    keepReceipts(library, id, new Map([['one.md', receipt(id)]]));
    library.db.exec("UPDATE receipt SET said = replace(said, 'aa', 'ab')");
    expect(readReceipts(library, id)).toEqual([]);
    expect(proveLibrary(library).file).toEqual([
      '1 receipt of what was published is not as it was written.',
    ]);
  });

  test('whose time of being replaced was altered are told by proof', () => {
    const { library } = freshLibrary();
    const { id } = addTarget(library, settings());
    keepReceipts(library, id, new Map([['one.md', receipt(id)]]));
    keepReceipts(library, id, new Map([['one.md', null]]));
    expect(proveLibrary(library).file).toEqual([]);
    library.db.exec('UPDATE receipt SET replaced_at = NULL');
    expect(readReceipts(library, id)).toEqual([]);
    expect(proveLibrary(library).file).toEqual([
      '1 receipt of what was published is not as it was written.',
    ]);
    keepReceipts(library, id, new Map([['one.md', null]]));
    expect(proveLibrary(library).file).toHaveLength(1);
  });
});

describe('names that must not leave', () => {
  test('are a list without doubles', () => {
    const { library } = freshLibrary();
    setPrivateNames(library, ['Orion', ' Big  Customer ', 'Orion', '']);
    expect(readPrivateNames(library)).toEqual(['Big Customer', 'Orion']);
  });

  test('are told when one was altered, which would not be looked for', () => {
    const { library } = freshLibrary();
    setPrivateNames(library, ['Orion']);
    library.db.exec("UPDATE private_name SET name = 'Orien'");
    expect(() => readPrivateNames(library)).toThrow(/names that must not leave is damaged/);
    expect(proveLibrary(library).file).toEqual([
      '1 name on the list of those that must not leave is not what was saved.',
    ]);
  });
});

describe('what is known of essays but their texts', () => {
  test('is what the essays say', () => {
    const { library } = freshLibrary();
    const essays = [
      createEssay(library, { title: 'One', tags: ['b', 'a'], status: 'published', body: 'x' }),
      createEssay(library, { title: 'Two', frontMatter: '---\nx: 1\n---\n' }),
      createEssay(library, { title: 'Three', status: 'published' }),
    ];
    trashEssays(library, [essays[2]!.id]);
    const { body: _, ...first } = readEssay(library, essays[0]!.id);
    const { body: __, ...second } = readEssay(library, essays[1]!.id);
    expect(listFacts(library).essays).toEqual([first, second]);
    const titles = (statuses: readonly ('draft' | 'published')[], tag = '') =>
      listFacts(library, { statuses, tag }).essays.map(({ title }) => title);
    expect(titles(['published'])).toEqual(['One']);
    expect(titles(['published', 'draft'], 'a')).toEqual(['One']);
    expect(titles([])).toEqual([]);
  });

  test('leaves out what is damaged, and names it', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'One' });
    library.db.exec("UPDATE essay SET excerpt = 'forged'");
    expect(listFacts(library)).toEqual({ essays: [], damaged: [{ id, title: 'One' }] });
  });
});
