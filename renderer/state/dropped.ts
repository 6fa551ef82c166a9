import { StudioError } from '#contract/errors.ts';
import type { DroppedFile } from '#contract/exchange.ts';

/** The most that is taken from one drop: bytes in one file, files, and bytes in all. */
const dropLimits = { file: 50 * 1024 * 1024, files: 5000, all: 200 * 1024 * 1024 };

/** Whether a drag carries files, and not text from within the studio. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** What a drop brings: entries of the file system, or a file where the system has no entry for it. */
export type DroppedItem = FileSystemEntry | File;

/** What a drop brings. It must be taken before the drop's event ends. */
export function droppedItems(transfer: DataTransfer): DroppedItem[] {
  return [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
    .filter((item) => item !== null);
}

/**
 * Reads the Markdown files of a drop and the images that may belong to them, folders and all, hidden ones and `node_modules` left out.
 * A file dropped by itself is read whatever its name, so that its refusal can be told.
 * Refuses a drop beyond `dropLimits` with `invalid`.
 */
export async function readDropped(items: readonly DroppedItem[]): Promise<DroppedFile[]> {
  const found: Found[] = [];
  for (const item of items) {
    if (item instanceof File) found.push({ path: item.name, open: async () => item });
    else if (isFile(item)) found.push(foundEntry(item));
    else if (isFolder(item)) await findEssays(item, found);
  }
  if (found.length > dropLimits.files) throw tooMuch(`more than ${dropLimits.files} files`);
  const read: DroppedFile[] = [];
  let all = 0;
  for (const { path, open } of found) {
    const file = await open();
    all += Math.min(file.size, dropLimits.file + 1);
    if (all > dropLimits.all) throw tooMuch('more than 200 MB');
    // One byte beyond the limit is enough for the import to refuse the file by its size.
    const bytes = await file.slice(0, dropLimits.file + 1).arrayBuffer();
    read.push({ path, bytes: toBase64(new Uint8Array(bytes)) });
  }
  return read;
}

interface Found {
  readonly path: string;
  readonly open: () => Promise<File>;
}

function foundEntry(entry: FileSystemFileEntry): Found {
  return {
    path: entry.fullPath.replace(/^\//, ''),
    open: () => new Promise((resolve, reject) => entry.file(resolve, reject)),
  };
}

async function findEssays(folder: FileSystemDirectoryEntry, found: Found[]): Promise<void> {
  if (folder.name.startsWith('.') || folder.name === 'node_modules') return;
  for (const entry of await entriesOf(folder)) {
    if (found.length > dropLimits.files) return;
    if (
      isFile(entry) &&
      /\.(md|markdown|mdown|mkd|mdx|png|jpe?g|gif|webp|avif|svg)$/i.test(entry.name)
    ) {
      found.push(foundEntry(entry));
    } else if (isFolder(entry)) await findEssays(entry, found);
  }
}

/** A folder hands out its entries by the hundred; an empty answer ends it. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name));
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Images, by their kind as the system tells it, among files that are nothing else; else none. */
export function imagesOnly(transfer: DataTransfer): readonly File[] {
  const files = [...transfer.files];
  return files.every(({ type }) => type.startsWith('image/')) ? files : [];
}

/** In pieces, because a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

function tooMuch(what: string): StudioError {
  return new StudioError(
    'invalid',
    `What was dropped holds ${what}.`,
    'Import the folder through the Library menu instead.',
  );
}
