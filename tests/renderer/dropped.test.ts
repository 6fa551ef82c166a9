import { expect, test } from 'vitest';
import { droppedItems, readDropped } from '#renderer/state/dropped.ts';

/** A folder as a browser hands it out: its entries a hundred at a time. */
function folder(path: string, entries: readonly FileSystemEntry[]): FileSystemEntry {
  let at = 0;
  return {
    ...named(path),
    isDirectory: true,
    createReader: () => ({
      readEntries(give: (some: FileSystemEntry[]) => void) {
        give(entries.slice(at, at + 100));
        at += 100;
      },
    }),
  } as unknown as FileSystemEntry;
}

function file(path: string, text = ''): FileSystemEntry {
  return {
    ...named(path),
    isFile: true,
    file: (give: (file: File) => void) => give(new File([text], path)),
  } as unknown as FileSystemEntry;
}

const named = (path: string) => ({
  isFile: false,
  isDirectory: false,
  name: path.split('/').at(-1)!,
  fullPath: `/${path}`,
});

const read = async (...entries: FileSystemEntry[]) =>
  (await readDropped(entries)).map(({ path, bytes }) => [path, atob(bytes)]);

test('a file comes with its name and its bytes', async () => {
  expect(await read(file('a.md', '# A'))).toEqual([['a.md', '# A']]);
});

test('a folder is searched to its depths, for Markdown and the images that may belong to it', async () => {
  const inner = folder('posts/2024', [file('posts/2024/b.MARKDOWN', 'B')]);
  const dropped = folder('posts', [inner, file('posts/a.md', 'A'), file('posts/photo.png')]);
  expect(await read(dropped)).toEqual([
    ['posts/2024/b.MARKDOWN', 'B'],
    ['posts/a.md', 'A'],
    ['posts/photo.png', ''],
  ]);
});

test('hidden folders and node_modules are left out', async () => {
  const hidden = folder('x/.git', [file('x/.git/a.md')]);
  const packages = folder('x/node_modules', [file('x/node_modules/README.md')]);
  expect(await read(folder('x', [hidden, packages]))).toEqual([]);
});

test('a folder of many files is read whole', async () => {
  const many = Array.from({ length: 250 }, (_, index) => file(`x/${index}.md`));
  expect(await read(folder('x', many))).toHaveLength(250);
});

test('a file dropped by itself is taken whatever its name, so that its refusal can be told', async () => {
  expect(await read(file('photo.png', 'not text'))).toHaveLength(1);
});

test('more files than one drop may hold are refused as a whole', async () => {
  const many = Array.from({ length: 5001 }, (_, index) => file(`x/${index}.md`));
  await expect(read(folder('x', many))).rejects.toMatchObject({ code: 'invalid' });
});

test('a file without an entry in the file system is taken as it is', async () => {
  const item = {
    kind: 'file',
    webkitGetAsEntry: () => null,
    getAsFile: () => new File(['A'], 'a.md'),
  };
  const text = { kind: 'string' };
  const transfer = { items: [item, text] } as unknown as DataTransfer;
  const [only, ...others] = await readDropped(droppedItems(transfer));
  expect(only).toEqual({ path: 'a.md', bytes: btoa('A') });
  expect(others).toEqual([]);
});
