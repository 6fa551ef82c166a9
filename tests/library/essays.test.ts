import { describe, expect, test } from 'vitest';
import type { EssayFields, EssayId, EssayQuery, Origin } from '#contract/essay.ts';
import { countEssays } from '#library/essays/countEssays.ts';
import { createEssay, createEssays } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { duplicateEssay } from '#library/essays/duplicateEssay.ts';
import { findEssay } from '#library/essays/findEssay.ts';
import { listEssays } from '#library/essays/listEssays.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { deleteEssaysForGood, restoreEssays, trashEssays } from '#library/essays/trash.ts';
import { sampleEssays } from '../support/library.ts';
import { freshLibrary, tickingClock } from './freshLibrary.ts';

const everything: EssayQuery = { trashed: false, status: null, tag: null, sort: 'updated' };

describe('a new essay', () => {
  test('starts as an untitled draft in English', () => {
    const { library } = freshLibrary({ now: () => new Date('2026-05-01T12:00:00Z') });
    expect(createEssay(library, {})).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      title: '',
      slug: 'untitled',
      slugIsSet: false,
      excerpt: '',
      tags: [],
      series: '',
      seriesPlace: null,
      status: 'draft',
      language: 'en',
      createdAt: '2026-05-01T12:00:00.000Z',
      updatedAt: '2026-05-01T12:00:00.000Z',
      publishedAt: null,
      trashedAt: null,
      canonicalUrl: '',
      coverImage: '',
      coverAlt: '',
      revision: 1,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      frontMatter: '',
      origin: null,
      body: '',
    });
  });

  test('keeps all it starts with, to the byte', () => {
    const { library } = freshLibrary();
    const start = {
      title: ' <script>alert(1)</script> ',
      slug: 'own-slug',
      excerpt: 'Two lines.\r\nOf "text" \0 and \u{1f99c}.',
      tags: ['Zeta', 'alpha', 'C++', '<b>'],
      series: 'Incidents',
      seriesPlace: 3,
      status: 'ready',
      language: 'pt-BR',
      createdAt: '2024-03-01T08:00:00+02:00',
      publishedAt: '2024-03-09',
      canonicalUrl: 'https://example.test/?a=1&b=2',
      coverImage: 'data:image/png;base64,AAAA',
      coverAlt: 'A "cover"',
    } satisfies EssayFields;
    const frontMatter = '---\r\ntitle: "x"  # comment\r\n---\r\n';
    const origin: Origin = { fileName: 'a.md', encoding: 'utf-16le', baseline: start };
    const { id } = createEssay(library, { ...start, frontMatter, origin, body: 'b' });
    expect(readEssay(library, id)).toMatchObject({
      ...start,
      frontMatter,
      origin,
      slugIsSet: true,
    });
  });

  test('takes the fields the library settled on for the baseline of its origin', () => {
    const { library } = freshLibrary();
    createEssay(library, { title: 'Taken' });
    const baseline = { ...readEssay(library, findEssay(library, 'taken').id), slug: 'Taken!' };
    const { slug, origin } = createEssay(library, {
      title: 'Taken',
      slug: 'Taken!',
      origin: { fileName: 'taken.md', encoding: 'utf-8', baseline },
    });
    expect(slug).toBe('taken-2');
    expect(origin?.baseline.slug).toBe('taken-2');
  });

  test('of a batch with one that cannot be used, none is added', () => {
    const { library } = freshLibrary();
    const broken = { title: 'Broken', createdAt: 'next Tuesday or so' };
    expect(() => createEssays(library, [{ title: 'Fine' }, broken])).toThrowError(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining('Broken') }),
    );
    expect(countEssays(library)).toBe(0);
  });
});

describe('describing an essay', () => {
  test('changes what is said and counts a revision', () => {
    const { library } = freshLibrary({ now: tickingClock() });
    const before = createEssay(library, { title: 'One', tags: ['a', 'b'], body: 'text' });
    const after = describeEssay(library, before.id, {
      tags: ['b', ' c ', 'b', ''],
      status: 'review',
    });
    expect(after).toMatchObject({ tags: ['b', 'c'], status: 'review', body: 'text', revision: 2 });
    expect(after.updatedAt > before.updatedAt).toBe(true);
    expect(readEssay(library, before.id)).toEqual(after);
  });

  test('that changes nothing makes no revision', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'One' });
    expect(describeEssay(library, id, { title: 'One' }).revision).toBe(1);
  });

  test.each([
    [{ status: 'finished' as never }],
    [{ seriesPlace: 0 }],
    [{ seriesPlace: 1.5 }],
    [{ seriesPlace: 2 ** 53 }],
    [{ publishedAt: 'soon' }],
    [{ createdAt: '' }],
  ])('refuses %j', (patch) => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'One' });
    expect(() => describeEssay(library, id, patch)).toThrowError(
      expect.objectContaining({ code: 'invalid' }),
    );
    expect(readEssay(library, id).revision).toBe(1);
  });

  test('keeps a title in one line', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, {});
    expect(describeEssay(library, id, { title: 'Two\r\nlines' }).title).toBe('Two lines');
  });
});

describe('a slug', () => {
  test('follows the title until the writer sets it, and again once it is set to nothing', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'First Title' });
    expect(describeEssay(library, id, { title: 'Second Title' }).slug).toBe('second-title');
    expect(describeEssay(library, id, { slug: 'mine' })).toMatchObject({
      slug: 'mine',
      slugIsSet: true,
    });
    expect(describeEssay(library, id, { title: 'Third Title' }).slug).toBe('mine');
    expect(describeEssay(library, id, { slug: '' })).toMatchObject({
      slug: 'third-title',
      slugIsSet: false,
    });
  });

  test('that others have gets a number, whatever their case', () => {
    const { library } = freshLibrary();
    const slugs = ['Same', 'same', 'SAME!', 'Same'].map(
      (title) => createEssay(library, { title }).slug,
    );
    expect(slugs).toEqual(['same', 'same-2', 'same-3', 'same-4']);
  });

  test('does not count its own essay among the others', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'Same' });
    expect(describeEssay(library, id, { title: 'SAME' }).slug).toBe('same');
    expect(describeEssay(library, id, { slug: 'SAME' }).slug).toBe('same');
  });

  test('that cannot be one becomes the nearest that can', () => {
    const { library } = freshLibrary();
    createEssay(library, { title: 'Etc passwd' });
    const { id } = createEssay(library, { title: 'x' });
    expect(describeEssay(library, id, { slug: '../../etc/passwd' }).slug).toBe('etc-passwd-2');
  });

  test('finds its essay, however it is written', () => {
    const { library } = freshLibrary();
    const { id } = createEssay(library, { title: 'Über Café' });
    expect(findEssay(library, 'ÜBER-CAFE\u0301').id).toBe(id);
    expect(() => findEssay(library, 'nothing')).toThrowError(
      expect.objectContaining({ code: 'not-found', message: expect.stringContaining('nothing') }),
    );
  });

  test('is free again for a thousand essays of one title', () => {
    const { library } = freshLibrary();
    const essays = createEssays(
      library,
      Array.from({ length: 1000 }, () => ({ title: 'README' })),
    );
    expect(new Set(essays.map((essay) => essay.slug)).size).toBe(1000);
    expect(essays.at(-1)?.slug).toBe('readme-1000');
  });
});

describe('a list', () => {
  const titles = (library: Parameters<typeof listEssays>[0], query: Partial<EssayQuery>) =>
    listEssays(library, { ...everything, ...query }).rows.map((row) => row.title);

  test('shows the latest change first, or the latest start, or titles from A', () => {
    const { library } = freshLibrary({ now: tickingClock() });
    createEssays(library, sampleEssays);
    expect(titles(library, { sort: 'updated' })).toEqual([
      'Über das Messen',
      'What a Migration Costs',
      'The Night the Queue Stopped',
    ]);
    expect(titles(library, { sort: 'created' })).toEqual([
      'What a Migration Costs',
      'The Night the Queue Stopped',
      'Über das Messen',
    ]);
    expect(titles(library, { sort: 'title' })).toEqual([
      'The Night the Queue Stopped',
      'Über das Messen',
      'What a Migration Costs',
    ]);
  });

  test('sorts titles without regard to case, accents and quotes, and numbers by value', () => {
    const { library } = freshLibrary();
    const sorted = ['apple', '“Banana”', 'Édouard', 'Part 2', 'Part 10', 'zebra', 'Ωmega', '日本'];
    createEssays(
      library,
      sorted.toReversed().map((title) => ({ title })),
    );
    expect(titles(library, { sort: 'title' })).toEqual(sorted);
  });

  test('is narrowed by status, by tag, by both', () => {
    const { library } = freshLibrary();
    createEssays(library, sampleEssays);
    expect(titles(library, { status: 'review' })).toEqual(['What a Migration Costs']);
    expect(titles(library, { tag: 'incident' })).toHaveLength(2);
    expect(titles(library, { tag: 'incident', status: 'idea' })).toEqual(['Über das Messen']);
    expect(titles(library, { tag: "'; DROP TABLE essay" })).toEqual([]);
  });

  test('begins with as many as asked for, in any order', () => {
    const { library } = freshLibrary({ now: tickingClock() });
    createEssays(library, sampleEssays);
    for (const sort of ['updated', 'created', 'title'] as const) {
      const query = { ...everything, sort };
      const { rows, counts, tags } = listEssays(library, query);
      expect(listEssays(library, query, 2)).toEqual({ rows: rows.slice(0, 2), counts, tags });
    }
    const incidents = { ...everything, tag: 'incident' };
    expect(listEssays(library, incidents, 1).rows).toEqual(
      listEssays(library, incidents).rows.slice(0, 1),
    );
  });

  test('has a row for each essay without its text', () => {
    const { library } = freshLibrary({ now: () => new Date('2026-05-01T12:00:00Z') });
    createEssays(library, sampleEssays.slice(0, 1));
    expect(listEssays(library, everything).rows).toEqual([
      {
        id: expect.any(String),
        title: 'The Night the Queue Stopped',
        slug: 'the-night-the-queue-stopped',
        teaser: 'A consumer that never acknowledged. A pager that never rang.',
        tags: ['incident', 'Kafka'],
        series: 'Incidents',
        seriesPlace: 1,
        status: 'published',
        words: 15,
        createdAt: '2024-03-01T08:00:00Z',
        updatedAt: '2026-05-01T12:00:00.000Z',
        publishedAt: '2024-03-09T08:00:00+01:00',
        trashedAt: null,
        revision: 1,
      },
    ]);
  });

  test('counts tags and statuses of the whole library, the trash apart', () => {
    const { library } = freshLibrary();
    const essays = createEssays(library, sampleEssays);
    trashEssays(library, [essays[1]?.id as EssayId]);
    const { tags, counts } = listEssays(library, { ...everything, status: 'idea' });
    expect(tags).toEqual([
      { tag: 'incident', essays: 2 },
      { tag: 'Kafka', essays: 1 },
      { tag: 'Messung', essays: 1 },
    ]);
    expect(counts).toEqual({ idea: 1, draft: 0, review: 0, ready: 0, published: 1, trashed: 1 });
  });
});

describe('the trash', () => {
  test('holds essays until they are restored, as they were', () => {
    const { library } = freshLibrary();
    const essay = createEssay(library, { title: 'Doubtful', body: 'text' });
    trashEssays(library, [essay.id]);
    expect(listEssays(library, everything).rows).toEqual([]);
    expect(listEssays(library, { ...everything, trashed: true }).rows).toMatchObject([
      { title: 'Doubtful', trashedAt: expect.any(String) },
    ]);
    expect(countEssays(library)).toBe(1);
    restoreEssays(library, [essay.id]);
    expect(readEssay(library, essay.id)).toEqual({
      ...essay,
      revision: 3,
      head: expect.any(String),
    });
  });

  test('is where essays are deleted for good from, and nowhere else', () => {
    const { library } = freshLibrary();
    const [kept, trashed] = createEssays(library, [
      { title: 'Kept' },
      { title: 'Trashed', tags: ['t'] },
    ]);
    const ids = [trashed?.id as EssayId, kept?.id as EssayId];
    trashEssays(library, ids.slice(0, 1));
    expect(() => deleteEssaysForGood(library, ids)).toThrowError(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining('Kept') }),
    );
    expect(countEssays(library)).toBe(2);
    deleteEssaysForGood(library, ids.slice(0, 1));
    expect(() => readEssay(library, ids[0] as EssayId)).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
    for (const table of ['essay_tag', 'essay_origin', 'body_piece']) {
      const left = `SELECT count(*) FROM ${table} WHERE essay_key = 2`;
      expect(library.db.prepare(left).pluck().get()).toBe(0);
    }
  });
});

describe('a duplicate', () => {
  test('is an unpublished draft of its own with everything else the essay had', () => {
    const { library } = freshLibrary();
    const origin = {
      fileName: 'night.md',
      encoding: 'utf-8',
      baseline: readEssay(library, createEssay(library, {}).id),
    };
    const start = { ...sampleEssays[0], frontMatter: '---\nlayout: post\n---\n', origin };
    const essay = createEssay(library, start);
    const copy = duplicateEssay(library, essay.id);
    expect(copy).toMatchObject({
      title: 'The Night the Queue Stopped copy',
      slug: 'the-night-the-queue-stopped-copy',
      slugIsSet: false,
      status: 'draft',
      publishedAt: null,
      tags: essay.tags,
      series: essay.series,
      excerpt: essay.excerpt,
      frontMatter: essay.frontMatter,
      origin: essay.origin,
      body: essay.body,
      revision: 1,
    });
    expect(copy.id).not.toBe(essay.id);
    expect(readEssay(library, essay.id)).toEqual(essay);
  });
});
