import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deskOf } from '../support/desk.ts';
import { bodyOnDisk, essaysOnDisk } from '../support/onDisk.ts';
import type { Studio } from '../support/studio.ts';
import { expect, test } from '../support/test.ts';

const yaml = `---
title: "The same title"   # said twice
tags: [one, two]
custom: { kept: as it is }
---
Body.  \r
Mixed line breaks.
`;

/** A folder as writers have them: by path, the bytes. */
const files: Record<string, string | Buffer> = {
  'one.md': yaml,
  'two.md': '---\ntitle: the SAME title\n---\nDiffers only in case.\n',
  'deep/er/one.md': '---\ntitle: The same title\n---\nA duplicate.\n',
  'toml.md': '+++\ntitle = "From TOML"\ndate = 2024-02-03\n+++\n\nText.\n',
  'json.md': '{\n  "title": "From JSON",\n  "draft": true\n}\n\nText.\n',
  'broken.md': '---\ntitle: "never closed\n tags: [\n---\n# The Heading Instead\n\nText.\n',
  'latin.md': Buffer.from(
    '# Caf\xe9 und \xdcber\n\nEine Stra\xdfe, sch\xf6n gelegen am Fluss.\n',
    'latin1',
  ),
  'wide.md': Buffer.from('\ufeff# Sixteen bits\n\nText – with a dash.\n', 'utf16le'),
  'marked.markdown': '\ufeff# With a mark\n\nText.',
  'no-title-at-all.md': 'Just text, no heading, no line break at the end',
  'empty.md': '',
  'binary.md': Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 0, 7, 0, 200, 0, 0, 0, 0]),
  'notes.txt': 'Not Markdown, not asked for.',
  '.hidden/secret.md': '# Hidden\n',
};

function makeFolder(folder: string, named: Record<string, string | Buffer> = files): string {
  for (const [path, bytes] of Object.entries(named)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** Drops files and folders of the disk on the middle of the window, as the system would. */
async function drop({ page }: Studio, paths: string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const at = { x: 500, y: 300, data: { items: [], files: paths, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at });
  }
  await devtools.detach();
}

test('a folder comes in with a report, and goes out again with the same bytes', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const folder = makeFolder(info.outputPath('Essays'));
  await studio.answerOpen([folder]);
  await studio.chooseMenuItem('library.importFolder');
  const sheet = desk.sheet('11 essays imported');
  const entry = (name: string) => sheet.getByRole('listitem').filter({ hasText: name });
  await expect(entry('Essays/binary.md')).toContainText('binary');
  await expect(entry('Essays/broken.md')).toContainText('front matter');
  await expect(entry('Essays/latin.md')).toContainText('windows-1252');
  await expect(sheet).not.toContainText('notes.txt');
  await expect(sheet).not.toContainText('secret');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(desk.rows).toHaveCount(11);
  await expect(desk.rows.filter({ hasText: 'Café und Über' })).toHaveCount(1);
  await expect(desk.rows.filter({ hasText: 'The Heading Instead' })).toHaveCount(1);
  await expect(desk.rows.filter({ hasText: 'no title at all' })).toHaveCount(1);

  const out = info.outputPath('out');
  mkdirSync(out);
  await desk.rows.first().click();
  await studio.page.keyboard.press('ControlOrMeta+a');
  await desk.rows.first().click({ button: 'right' });
  await studio.answerOpen([out]);
  await studio.page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
  await desk.sheet('11 essays exported as Markdown').getByRole('button', { name: 'Done' }).click();
  const bytesOf = (bytes: string | Buffer) => Buffer.from(bytes).toString('hex');
  const left = ['binary.md', 'notes.txt', '.hidden/secret.md'];
  const came = Object.entries(files).filter(([path]) => !left.includes(path));
  const written = readdirSync(out).map((name) => bytesOf(readFileSync(join(out, name))));
  expect(written.sort()).toEqual(came.map(([, bytes]) => bytesOf(bytes)).sort());
});

test('an import shows how far it is, and can be stopped with what has come in kept', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  const many = Object.fromEntries(
    Array.from({ length: 3_000 }, (_, n) => [`${n % 30}/${n}.md`, `# Number ${n}\n\nText ${n}.\n`]),
  );
  const folder = makeFolder(info.outputPath('Many'), many);
  await studio.answerOpen([folder]);
  await studio.chooseMenuItem('library.importFolder');
  const importing = desk.sheet('Importing');
  await expect(importing.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /of 3000$/);
  await importing.getByRole('button', { name: 'Cancel' }).click();
  const sheet = desk.sheet(/essays? imported/);
  await expect(sheet).toContainText('The import was stopped');
  await sheet.getByRole('button', { name: 'Done' }).click();
  const kept = essaysOnDisk(studio.library);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(3_000);
  for (const { title, body } of kept)
    expect(body).toBe(
      many[Object.keys(many).find((path) => path.endsWith(`/${title.slice(7)}.md`))!],
    );
});

test('files and folders dropped on the window are imported, the text under them untouched', async ({
  studio,
}, info) => {
  const desk = deskOf(studio);
  await desk.write('Open', 'Untouched.');
  const folder = makeFolder(info.outputPath('Dropped'), {
    'inside/a.md': '# Dropped in a folder\n\nText.\n',
    'inside/b.bin': 'no',
    'single.md': '# Dropped alone\n\nText.\n',
    'picture.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0]),
  });
  await drop(
    studio,
    ['inside', 'single.md', 'picture.md'].map((name) => join(folder, name)),
  );
  const sheet = desk.sheet('2 essays imported');
  await expect(sheet).toContainText('picture.md');
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(desk.rows.filter({ hasText: 'Dropped in a folder' })).toHaveCount(1);
  await expect(desk.rows.filter({ hasText: 'Dropped alone' })).toHaveCount(1);
  expect(bodyOnDisk(studio.library, 'Open')).toBe('Untouched.');
  expect(bodyOnDisk(studio.library, 'Dropped alone')).toBe('# Dropped alone\n\nText.\n');
});

test('a file named at the start, or at a second one, is imported and opened', async ({
  launch,
}, info) => {
  const folder = makeFolder(info.outputPath('Named'), {
    'first.md': '# Named at the start\n\nText.\n',
    'second.md': '# Named later\n\nText.\n',
  });
  const studio = await launch({ files: [join(folder, 'first.md')] });
  const desk = deskOf(studio);
  await expect(desk.title).toHaveValue('Named at the start');
  await expect(desk.notice).toHaveText('Imported “Named at the start”.');
  expect((await studio.secondStart({ files: [join(folder, 'second.md')] })).code).toBe(0);
  await expect(desk.title).toHaveValue('Named later');
  await expect(desk.rows).toHaveCount(2);
});
