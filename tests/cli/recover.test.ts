import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEssay } from '#library/essays/createEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { setPrivateNames } from '#library/targets/privateNames.ts';
import { run, withCommandLine } from './withDesk.ts';

const longhand = withCommandLine();
const into = () => join(longhand.folder, 'rescued.longhand');
const recover = (...more: string[]) =>
  run(['recover', longhand.library, '--into', into(), ...more]);

/** Damage, as SQL that puts no hash right. */
function hurt(sql: string): void {
  const library = openLibrary(longhand.library);
  library.db.exec(sql);
  library.close();
}

beforeEach(() => {
  const library = openLibrary(longhand.library);
  createEssay(library, { title: 'On clocks', body: 'Tick' });
  createEssay(library, { title: 'On queues', body: 'Wait' });
  library.close();
});

describe('recover', () => {
  test('a library cut to nothing, of which there is no backup, is no success', async () => {
    await writeFile(longhand.library, '');
    expect(await recover()).toMatchObject({
      code: 1,
      out: '',
      err: 'The file as a whole cannot be read.\nNothing could be rescued.\n',
    });
  });

  test('succeeds when every essay is as it was saved last, and says how each came back', async () => {
    hurt("UPDATE body_piece SET text = 'Tack' WHERE text = 'Tick'");
    expect(await recover()).toMatchObject({
      code: 0,
      out:
        'history\tOn clocks\tMade again from its history, as it was saved last.\n' +
        'whole\tOn queues\t\n',
      err: '',
    });
    const shown = await run(['show', 'on-clocks', '--library', into()]);
    expect(shown.out).toContain('Tick');
  });

  test('fails when something is missing, and still makes the library of the rest', async () => {
    hurt("UPDATE body_piece SET text = 'Tack' WHERE text = 'Tick'; DELETE FROM journal_line");
    const { code, out, err } = await recover();
    expect(code).toBe(1);
    expect(out).toContain('lost\tOn clocks\tNothing of its text can be relied on.\n');
    expect(err).toBe(
      '1 of 2 essays are not as they were saved last; nothing could be rescued of 1.\n',
    );
    expect((await run(['list', '--library', into()])).out).toContain('on-queues');
  });

  test('fails when every essay came back, but not all that belongs to them', async () => {
    const library = openLibrary(longhand.library);
    setPrivateNames(library, ['Orion']);
    library.close();
    hurt("UPDATE private_name SET name = 'Orien'");
    const { code, err } = await recover();
    expect(code).toBe(1);
    expect(err).toBe(
      'Not all could be read of where essays are published to and of what went out before.\n',
    );
  });

  test('looks for backups beside the library, or where it is told', async () => {
    const folder = join(longhand.folder, 'data', 'Backups');
    await mkdir(folder);
    const library = openLibrary(longhand.library);
    await library.db.backup(join(folder, 'Library 2026-05-01 13-00-00 UTC.longhand-backup'));
    library.close();
    hurt("UPDATE body_piece SET text = 'Tack' WHERE text = 'Tick'; DELETE FROM journal_line");
    const { code, json } = await recover('--json');
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      into: into(),
      essays: [{ title: 'On clocks', isComplete: true }, { outcome: 'whole' }],
      backups: [{ at: '2026-05-01T13:00:00.000Z' }],
    });
    const elsewhere = await recover('--backups', join(longhand.folder, 'nowhere'));
    expect(elsewhere).toMatchObject({ code: 1 });
    expect(elsewhere.err).toContain('There are no backups at');
  });

  test('does not take the place of a file, and does nothing without being told where to', async () => {
    expect(await run(['recover', longhand.library, '--into', longhand.library])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already, and was left as it is'),
    });
    expect(await run(['recover', longhand.library])).toMatchObject({ code: 2 });
    expect(await run(['recover', '--into', into()])).toMatchObject({ code: 2 });
    expect(existsSync(into())).toBe(false);
  });
});
