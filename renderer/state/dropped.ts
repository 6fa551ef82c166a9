import { StudioError } from '#contract/errors.ts';
import type { DroppedFile } from '#contract/exchange.ts';

/** The most that is taken from one drop: bytes in one file, files, and bytes in all. */
export const dropLimits = { file: 50 * 1024 * 1024, files: 5000, all: 200 * 1024 * 1024 };

/** Whether a drag carries files, and not text from within the studio. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** The entries of a drop. They must be taken before its event ends. */
export function dropEntries(transfer: DataTransfer): FileSystemEntry[] {
  return [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
}

/**
 * Reads the Markdown files of a drop, folders and all, hidden ones and `node_modules` left out.
 * A file dropped by itself is read whatever its name, so that its refusal can be told.
 * Refuses a drop beyond `dropLimits` with `invalid`.
 */
export async function readDropped(entries: readonly FileSystemEntry[]): Promise<DroppedFile[]> {
  const found: FileSystemFileEntry[] = [];
  for (const entry of entries) {
    if (isFile(entry)) found.push(entry);
    else if (isFolder(entry)) await findMarkdown(entry, found);
  }
  if (found.length > dropLimits.files) throw tooMuch(`more than ${dropLimits.files} files`);
  const read: DroppedFile[] = [];
  let all = 0;
  for (const entry of found) {
    const file = await fileOf(entry);
    all += Math.min(file.size, dropLimits.file + 1);
    if (all > dropLimits.all) throw tooMuch('more than 200 MB');
    // One byte beyond the limit is enough for the import to refuse the file by its size.
    const bytes = await file.slice(0, dropLimits.file + 1).arrayBuffer();
    read.push({ path: entry.fullPath.replace(/^\//, ''), bytes: toBase64(new Uint8Array(bytes)) });
  }
  return read;
}

async function findMarkdown(
  folder: FileSystemDirectoryEntry,
  found: FileSystemFileEntry[],
): Promise<void> {
  if (!isWanted(folder.name)) return;
  for (const entry of await entriesOf(folder)) {
    if (isFile(entry) && /\.(md|markdown|mdown|mkd|mdx)$/i.test(entry.name)) found.push(entry);
    else if (isFolder(entry)) await findMarkdown(entry, found);
  }
}

function isWanted(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules';
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

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** In pieces, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
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
