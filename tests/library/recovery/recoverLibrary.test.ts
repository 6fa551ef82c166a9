import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync as deflate } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { StudioError } from '#contract/errors.ts';
import type { EssayId } from '#contract/essay.ts';
import { changeBody } from '#library/essays/changeBody.ts';
import { createEssay } from '#library/essays/createEssay.ts';
import { describeEssay } from '#library/essays/describeEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { readRecord } from '#library/essays/readRecord.ts';
import { deleteEssaysForGood, trashEssays } from '#library/essays/trash.ts';
import { packJournal } from '#library/journal/pack.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { proveLibrary } from '#library/proof/proveLibrary.ts';
import { keepReceipts, readReceipts } from '#library/receipts/receipts.ts';
import { recoverLibrary } from '#library/recovery/recoverLibrary.ts';
import { readPrivateNames, setPrivateNames } from '#library/targets/privateNames.ts';
import { listTargets } from '#library/targets/readTargets.ts';
import { addTarget } from '#library/targets/saveTarget.ts';
import { writing } from '#library/transaction.ts';
import { targetWith } from '../../publish/targetWith.ts';
import { typed } from '../../support/typed.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { hurt, rescued, writtenLibrary } from './writtenLibrary.ts';

describe('rescuing a library', () => {
  test('brings whole essays over with their histories, as they were written', async () => {
    const { path, into, library, first } = await writtenLibrary();
    const before = readEssay(library, first);
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays).toMatchObject([
      { title: 'On clocks', outcome: 'whole', isComplete: true, entries: 3, message: '' },
      { title: 'On queues', outcome: 'whole', isComplete: true, entries: 1, message: '' },
    ]);
    const { essays, problems } = rescued(into);
    expect(essays[0]).toEqual(before);
    expect(problems).toEqual([]);
  });

  test('makes a text again from its history', async () => {
    const { path, into, library, first } = await writtenLibrary();
    hurt(library, "UPDATE body_piece SET text = 'Tick, tock, tuck' WHERE text LIKE 'Tick%'");
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays[0]).toMatchObject({
      id: first,
      outcome: 'history',
      isComplete: true,
      message: 'Made again from its history, as it was saved last.',
    });
    expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock, tick', revision: 3 });
  });

  test('keeps the part of a history that can be proved, and leads on from it to the text', async () => {
    const { path, into, library } = await writtenLibrary();
    hurt(library, "UPDATE journal_line SET line = replace(line, 'tock', 'tuck') WHERE number = 2");
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays[0]).toMatchObject({
      outcome: 'whole',
      entries: 1,
      message: 'Its text is as it was saved last; of its history the first 1 changes are kept.',
    });
    const { essays, problems } = rescued(into);
    expect(essays[0]).toMatchObject({ body: 'Tick, tock, tick', revision: 2 });
    expect(problems).toEqual([]);
  });

  test('mends a history with the lines that a backup has of it', async () => {
    const { path, into, backup, library } = await writtenLibrary();
    hurt(library, "UPDATE journal_line SET line = replace(line, 'tock', 'tuck') WHERE number = 2");
    hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [backup] });
    expect(report.essays[0]).toMatchObject({ outcome: 'history', isComplete: true, entries: 3 });
    expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock, tick', revision: 3 });
  });

  test('takes from a backup what is nowhere else, and says of when it is', async () => {
    const { folder, path, into, library, first } = await writtenLibrary();
    hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
    hurt(library, 'DELETE FROM journal_line WHERE number > 1');
    hurt(library, "UPDATE journal_line SET line = replace(line, 'Tick', 'Tack')");
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [folder] });
    expect(report.essays[0]).toMatchObject({
      id: first,
      outcome: 'backup',
      isComplete: false,
      backupAt: '2026-05-01T13:00:00.000Z',
      message: 'Taken from a backup. It is as of change 2; changes up to 3 were saved after it.',
    });
    expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock' });
  });

  test('goes on from a checkpoint when the history before it is lost', async () => {
    const { path, into, library, first, write } = await writtenLibrary();
    const { key } = readRecord(library, first);
    writing(library, () => packJournal(library, readRecord(library, first)));
    hurt(
      library,
      `INSERT INTO checkpoint SELECT essay_key, last, ?, text_hash FROM journal_block WHERE essay_key = ${key}`,
      deflate('Tick, tock, tick'),
    );
    write(first, '!');
    hurt(library, 'UPDATE journal_block SET lines = zeroblob(40)');
    hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays[0]).toMatchObject({ id: first, outcome: 'history', revision: 4 });
    expect(rescued(into).essays[0]).toMatchObject({
      title: 'On clocks',
      body: 'Tick, tock, tick!',
    });
  });

  test('says what is lost, and makes nothing up', async () => {
    const { path, into, library } = await writtenLibrary();
    hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
    hurt(library, 'DELETE FROM journal_line WHERE number < 3');
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays[0]).toMatchObject({
      title: 'On clocks',
      outcome: 'lost',
      message: 'Nothing of its text can be relied on.',
    });
    expect(rescued(into).essays.map(({ title }) => title)).toEqual(['On queues']);
  });

  test('calls an essay whole of which only what is counted from it is wrong', async () => {
    const { path, into, library } = await writtenLibrary();
    hurt(library, 'UPDATE essay SET words = 9, opening = title, created_ms = 4');
    library.close();
    const report = recoverLibrary({ damaged: path, into, backups: [] });
    expect(report.essays.map(({ outcome }) => outcome)).toEqual(['whole', 'whole']);
    expect(rescued(into).problems).toEqual([]);
  });

  test('reads a file whose first page is gone', async () => {
    const { path, into, backup, library } = await writtenLibrary();
    library.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0, 0, 4096));
    for (const backups of [[], [backup]]) {
      const report = recoverLibrary({ damaged: path, into: `${into}${backups.length}`, backups });
      expect(report.essays.map(({ outcome }) => outcome)).toEqual(['whole', 'whole']);
    }
  });

  test('brings targets, receipts and names along, also without the first page', async () => {
    const { path, into, backup, library, first } = await writtenLibrary();
    const { id: _, ...settings } = targetWith({ name: 'Blog' });
    const { id } = addTarget(library, settings);
    const { revision, head, title } = readEssay(library, first);
    const receipt = {
      ...{ target: id, path: 'one.md', sha256: 'aa', preset: 'markdown/1', renderer: '' },
      ...{ essays: [{ id: first, title, revision, head }], inputs: '', links: {}, reading: null },
      publishedAt: '2026-05-01T12:00:00.000Z',
    };
    keepReceipts(library, id, new Map([['one.md', receipt]]));
    keepReceipts(library, id, new Map([['one.md', { ...receipt, sha256: 'bb' }]]));
    setPrivateNames(library, ['Orion']);
    library.close();
    const told = (to: string) => {
      const { missing } = recoverLibrary({ damaged: path, into: to, backups: [backup] });
      const fresh = openLibrary(to);
      const found = {
        names: readPrivateNames(fresh),
        targets: listTargets(fresh).map(({ name }) => name),
        receipts: readReceipts(fresh, id).map(({ sha256 }) => sha256),
        past: fresh.db.prepare('SELECT count(*) FROM receipt').pluck().get(),
      };
      fresh.close();
      return { ...found, missing };
    };
    const all = { names: ['Orion'], targets: ['Blog'], receipts: ['bb'], past: 2 };
    expect(told(into)).toEqual({ ...all, missing: [] });
    writeFileSync(path, readFileSync(path).fill(0, 0, 4096));
    expect(told(`${into}2`)).toMatchObject(all);
    const forged = openLibrary(into);
    forged.db.exec("UPDATE receipt SET said = 'x' WHERE replaced_at IS NULL");
    forged.close();
    const report = recoverLibrary({ damaged: into, into: `${into}3`, backups: [] });
    expect(report.missing).toEqual([
      'Not all could be read of where essays are published to and of what went out before.',
    ]);
  });

  test('takes everything from the newest backup when the file is nothing but noise', async () => {
    const { folder, path, into, library } = await writtenLibrary();
    library.close();
    writeFileSync(path, 'not a library any more '.repeat(5000));
    const report = recoverLibrary({ damaged: path, into, backups: [folder] });
    expect(report.essays.map(({ outcome }) => outcome)).toEqual(['backup', 'backup']);
    expect(report.file).toEqual(['The file as a whole cannot be read.']);
    expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock' });
  });

  test('does not bring back what the writer deleted, but does bring back what damage took', async () => {
    const { folder, path, into, library, second } = await writtenLibrary();
    trashEssays(library, [second]);
    deleteEssaysForGood(library, [second]);
    library.close();
    const titles = (to: string) => {
      recoverLibrary({ damaged: path, into: to, backups: [folder] });
      return rescued(to).essays.map(({ title }) => title);
    };
    expect(titles(into)).toEqual(['On clocks']);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 4096 * 3));
    expect(titles(`${into}2`)).toContain('On queues');
  });

  test('gives no essay the words of another when pages of histories have changed places', () => {
    const path = join(temporaryFolder(), 'Essays.longhand');
    const library = openLibrary(path);
    const truth = new Map<EssayId, string>();
    for (let count = 0; count < 8; count++) {
      const { id } = createEssay(library, { title: `Essay ${count}` });
      for (let revision = 1; revision <= 10; revision++) {
        const inserted = [0, `${count}`.repeat(150)] as const;
        const steps = typed(revision === 1 ? [inserted] : [inserted, 150 * (revision - 1)]);
        changeBody(library, { id, baseRevision: revision, steps });
      }
      truth.set(id, `${count}`.repeat(1500));
    }
    const pages = library.db
      .prepare<[], number>(
        "SELECT pageno FROM dbstat WHERE name = 'journal_line' AND pagetype = 'leaf'",
      )
      .pluck()
      .all();
    library.close();
    const sound = readFileSync(path);
    expect(pages.length).toBeGreaterThan(4);
    for (const other of pages.slice(1)) {
      const bytes = Buffer.from(sound);
      const [one, two] = [(pages[0]! - 1) * 4096, (other - 1) * 4096];
      sound.copy(bytes, one, two, two + 4096);
      sound.copy(bytes, two, one, one + 4096);
      const damaged = `${path}-${other}`;
      writeFileSync(damaged, bytes);
      recoverLibrary({ damaged, into: `${damaged}-rescued`, backups: [] });
      for (const { id, body } of rescued(`${damaged}-rescued`).essays) {
        expect(body).toBe(truth.get(id));
      }
    }
  });

  test('knows its backups when its own id was altered', async () => {
    const { folder, path, into, library } = await writtenLibrary();
    hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
    hurt(library, 'DELETE FROM journal_line');
    hurt(library, "UPDATE library SET id = replace(id, '-', '_')");
    expect(proveLibrary(library).file).toEqual([
      'The library’s own id, by which its backups know it, is not the one it was given.',
    ]);
    library.close();
    recoverLibrary({ damaged: path, into, backups: [folder] });
    expect(rescued(into).essays[0]).toMatchObject({ body: 'Tick, tock' });
  });

  test('brings back names and targets that damage took without a trace', async () => {
    const { folder, path, into, library } = await writtenLibrary();
    const { id: _, ...settings } = targetWith({ name: 'Blog' });
    addTarget(library, settings);
    setPrivateNames(library, ['Orion']);
    await library.db.backup(join(folder, 'Essays 2026-05-01 14-00-00 UTC.longhand-backup'));
    hurt(library, 'DELETE FROM target');
    hurt(library, 'DELETE FROM private_name');
    library.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 4096));
    recoverLibrary({ damaged: path, into, backups: [folder] });
    const fresh = openLibrary(into);
    expect(listTargets(fresh).map(({ name }) => name)).toEqual(['Blog']);
    expect(readPrivateNames(fresh)).toEqual(['Orion']);
    fresh.close();
  });

  test('leaves out backups of other libraries', async () => {
    const { folder, path, into, library } = await writtenLibrary();
    hurt(library, "UPDATE body_piece SET text = 'x' WHERE text LIKE 'Tick%'");
    hurt(library, 'DELETE FROM journal_line');
    library.close();
    const other = await writtenLibrary();
    other.library.close();
    copyFileSync(other.backup, join(folder, 'Other 2027-05-01 13-00-00 UTC.longhand-backup'));
    const report = recoverLibrary({ damaged: path, into, backups: [folder] });
    expect(report.backups).toMatchObject([{ at: '2026-05-01T13:00:00.000Z' }]);
    expect(report.essays).toHaveLength(2);
  });

  test('takes in changes that wait in a log, also behind a place that is hurt', async () => {
    const { folder, path, into, library, first } = await writtenLibrary();
    const damaged = join(folder, 'damaged.longhand');
    copyFileSync(path, damaged);
    const log = readFileSync(`${path}-wal`);
    const frame = 4096 + 24;
    const at = 32 + frame * Math.floor(log.length / frame / 2) + 200;
    log[at] = log[at]! ^ 1;
    writeFileSync(`${damaged}-wal`, log);
    const before = readEssay(library, first);
    library.close();
    expect(() => openLibrary(damaged)).toThrow(/latest changes of the library .* are damaged/);
    const report = recoverLibrary({ damaged, into, backups: [] });
    expect(report.essays[0]).toMatchObject({ isComplete: true });
    expect(rescued(into).essays[0]).toMatchObject({ body: before.body });
  });

  test('never writes to the damaged file, and leaves nothing behind but the new library', async () => {
    const { folder, path, into, library } = await writtenLibrary();
    describeEssay(library, createEssay(library, {}).id, { title: 'Third' });
    const damaged = join(folder, 'damaged.longhand');
    copyFileSync(path, damaged);
    copyFileSync(`${path}-wal`, `${damaged}-wal`);
    library.close();
    const before = [readFileSync(damaged), readFileSync(`${damaged}-wal`)];
    const names = readdirSync(folder);
    recoverLibrary({ damaged, into, backups: [folder] });
    expect([readFileSync(damaged), readFileSync(`${damaged}-wal`)]).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual([...names, 'Rescued.longhand'].sort());
  });

  test('refuses to take the place of a file', async () => {
    const { path, into, library } = await writtenLibrary();
    library.close();
    writeFileSync(into, 'mine');
    expect(() => recoverLibrary({ damaged: path, into, backups: [] })).toThrow(StudioError);
    expect(readFileSync(into, 'utf8')).toBe('mine');
  });

  test('makes nothing when it is stopped', async () => {
    const { folder, path, into, library } = await writtenLibrary();
    library.close();
    const names = readdirSync(folder);
    expect(() =>
      recoverLibrary({ damaged: path, into, backups: [], onEssay: ({ done }) => done < 1 }),
    ).toThrow(/stopped/);
    expect(existsSync(into)).toBe(false);
    expect(readdirSync(folder)).toEqual(names);
  });
});
