import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEssay, createEssays } from '#library/essays/createEssay.ts';
import { readEssay } from '#library/essays/readEssay.ts';
import { openLibrary } from '#library/openLibrary.ts';
import { sampleEssays } from '../support/library.ts';
import { freshLibrary } from './freshLibrary.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const writer = join(import.meta.dirname, 'writerProcess.ts');
const reader = join(import.meta.dirname, 'readOnlyProcess.ts');

describe('two processes on one library', () => {
  test('write at once, and each finds all of its own', async () => {
    const { library, path } = freshLibrary();
    const [one, two] = createEssays(library, [{ title: 'One' }, { title: 'Two' }]);
    const writers = [one, two].map((essay) => type(path, essay?.id ?? '', 150));
    await Promise.all(writers.map((process) => process.ended));
    const typed = Array.from({ length: 150 }, (_, i) => i % 10).join('');
    for (const [place, essay] of [one, two].entries()) {
      expect(writers[place]?.acknowledged()).toBe(151);
      expect(essay && readEssay(library, essay.id)).toMatchObject({ body: typed, revision: 151 });
    }
  });

  test('wait for each other, and give up in a sentence when the other does not finish', () => {
    const { library, path } = freshLibrary();
    const other = openLibrary(path, { patience: 50 });
    library.db.exec('BEGIN IMMEDIATE');
    expect(() => createEssay(other, { title: 'Waiting' })).toThrowError(
      expect.objectContaining({ code: 'locked', message: expect.stringContaining(path) }),
    );
    library.db.exec('COMMIT');
    expect(createEssay(other, { title: 'Waiting' }).slug).toBe('waiting');
    other.close();
  });

  test('a library that is locked altogether is not opened', () => {
    const { library, path } = freshLibrary();
    library.db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
    expect(() => openLibrary(path, { patience: 50 })).toThrowError(
      expect.objectContaining({ code: 'locked' }),
    );
  });
});

describe('a process that is killed while it writes', () => {
  test('loses nothing that was acknowledged', async () => {
    const { library, path } = freshLibrary();
    for (let round = 1; round <= 4; round++) {
      const { id } = createEssay(library, { title: `Round ${round}` });
      const writer = type(path, id, 100_000);
      await writer.reached(round * 40);
      writer.process.kill('SIGKILL');
      await writer.ended;
      const { body, revision } = readEssay(library, id);
      expect(revision).toBeGreaterThanOrEqual(writer.acknowledged());
      expect(body).toBe(Array.from({ length: revision - 1 }, (_, i) => i % 10).join(''));
    }
    expect(library.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});

describe('where the system does not let the library be written', () => {
  test('a file without write permission is read', () => {
    const { folder, path } = openToOthers();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    expect(openAsOther(path)).toEqual({ readOnly: true, essays: 3, writing: 'read-only' });
  });

  test('a file in a folder without write permission is read', () => {
    const { folder, path } = openToOthers();
    chmodSync(folder, 0o555);
    expect(openAsOther(path)).toEqual({ readOnly: true, essays: 3, writing: 'read-only' });
  });

  test('a library whose last changes still wait in its log is refused, since some would be missing', () => {
    const { folder, path } = openToOthers();
    const writer = openLibrary(path);
    createEssay(writer, { title: 'Not yet in the file' });
    const crashed = join(folder, 'crashed.longhand');
    copyFileSync(path, crashed);
    copyFileSync(`${path}-wal`, `${crashed}-wal`);
    writer.close();
    chmodSync(folder, 0o555);
    expect(openAsOther(crashed)).toEqual({ refused: 'read-only' });
  });

  test('a file without read permission is refused', () => {
    const { path } = openToOthers();
    chmodSync(path, 0);
    expect(openAsOther(path)).toEqual({ refused: 'no-permission' });
  });

  test('a new library in a folder without permission is refused', () => {
    const { folder } = openToOthers();
    chmodSync(folder, 0o555);
    expect(openAsOther(join(folder, 'new.longhand'))).toEqual({ refused: 'no-permission' });
    expect(openAsOther(join(folder, 'sub', 'new.longhand'))).toEqual({ refused: 'no-permission' });
  });

  function openToOthers(): { folder: string; path: string } {
    const root = temporaryFolder();
    chmodSync(root, 0o755);
    const folder = join(root, 'library');
    mkdirSync(folder);
    const path = join(folder, 'essays.longhand');
    const library = openLibrary(path);
    createEssays(library, sampleEssays);
    library.close();
    chmodSync(path, 0o666);
    chmodSync(folder, 0o777);
    onTestFinished(() => chmodSync(folder, 0o777));
    return { folder, path };
  }

  /** Permissions do not bind the superuser, so there the library is opened as nobody. */
  function openAsOther(path: string): unknown {
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const options = { ...nobody, cwd: tmpdir(), encoding: 'utf8' } as const;
    return JSON.parse(execFileSync(process.execPath, [reader, path], options));
  }
});

interface Typing {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  /** The last revision acknowledged so far. */
  readonly acknowledged: () => number;
  readonly reached: (revision: number) => Promise<void>;
}

function type(path: string, id: string, count: number): Typing {
  const child = spawn(process.execPath, [writer, path, id, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const acknowledged = () => Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return {
    process: child,
    ended: new Promise((resolve) => child.once('close', () => resolve())),
    acknowledged,
    reached: (revision) =>
      new Promise((resolve, reject) => {
        child.stdout.on('data', () => acknowledged() >= revision && resolve());
        child.once('close', () => reject(new Error('The writer ended early')));
      }),
  };
}
