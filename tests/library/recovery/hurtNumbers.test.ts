import { deflateRawSync as deflate } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { readRecord } from '#library/essays/readRecord.ts';
import { packJournal } from '#library/journal/pack.ts';
import { recoverLibrary } from '#library/recovery/recoverLibrary.ts';
import { writing } from '#library/transaction.ts';
import { hurt, rescued, writtenLibrary } from './writtenLibrary.ts';

/** The library with the essay’s text lost, and a checkpoint at its third change that says it is of another. */
async function withCheckpointAt(number: number) {
  const all = await writtenLibrary();
  const { library, first, write } = all;
  const { key } = readRecord(library, first);
  writing(library, () => packJournal(library, readRecord(library, first)));
  hurt(
    library,
    `INSERT INTO checkpoint SELECT essay_key, ${number}, ?, text_hash FROM journal_block WHERE essay_key = ${key}`,
    deflate('Tick, tock, tick'),
  );
  write(first, '!');
  write(first, '?');
  hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
  return all;
}

describe('rescuing a library of which a number is hurt', () => {
  test('prefers a history to a checkpoint that says it is newer than the newest change', async () => {
    const { library, path, into } = await withCheckpointAt(7);
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays[0]).toMatchObject({ outcome: 'history', isComplete: true });
    expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock, tick!?' });
  });

  test.each([5, 7])(
    'does not call a checkpoint the last text because it says %i',
    async (number) => {
      const { library, path, into } = await withCheckpointAt(number);
      hurt(library, 'UPDATE journal_block SET lines = zeroblob(40)');
      library.close();
      const report = recoverLibrary({ damaged: path, into, backups: [] });
      expect(report.essays[0]).toMatchObject({
        outcome: 'part',
        isComplete: false,
        message: expect.stringContaining('Changes that were saved later may be missing.'),
      });
      expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock, tick' });
    },
  );

  test('gives no essay the title of another whose key became its own', async () => {
    const { library, path, into, first, second } = await writtenLibrary();
    describeEssay(library, first, { tags: [] });
    const [one, two] = [readRecord(library, first).key, readRecord(library, second).key];
    library.db.pragma('foreign_keys = OFF');
    hurt(library, `DELETE FROM essay WHERE key = ${two}`);
    hurt(library, `UPDATE essay SET key = ${two} WHERE key = ${one}`);
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    const outcomes = report.essays.map(({ id, title, outcome }) => [id, title, outcome]);
    expect(outcomes).toEqual([
      [first, 'On clocks', 'history'],
      [second, 'On queues', 'history'],
    ]);
    const { essays, problems } = rescued(into);
    expect(essays.map(({ body }) => body)).toEqual(['Tick, tock, tick', 'Wait']);
    expect(problems).toEqual([]);
  });
});
