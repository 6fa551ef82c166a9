import { randomUUID } from 'node:crypto';
import {
  type FileHandle,
  link,
  lstat,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StudioError } from '#contract/errors.ts';
import { isSystemError, writeFailure } from './writeFailure.ts';

/** Whether a file that is there already may be replaced. */
export type Overwrite = 'never' | 'always';

/** Whether the folder's new entry is made to last at once, or by the caller, who calls `syncFolder` once for many files. */
export type FolderSync = 'at once' | 'by caller';

/**
 * Writes a file in one step: whoever looks sees the file before or the whole new one, also after a power cut.
 * A file that is there is kept and refused with `exists` unless overwriting is asked for; then its permissions stay.
 * Other refusals: `disk-full`, `read-only`, `no-permission`, `not-found` (the folder), `invalid` (the name).
 */
export async function writeWholeFile(
  path: string,
  content: Uint8Array | string,
  overwrite: Overwrite,
  folderSync: FolderSync = 'at once',
): Promise<void> {
  try {
    const written =
      overwrite === 'always' ? await replace(path, content) : await create(path, content);
    if (folderSync === 'at once') await syncFolder(dirname(written));
  } catch (thrown) {
    throw writeFailure(thrown, path);
  }
}

async function create(path: string, content: Uint8Array | string): Promise<string> {
  const draft = await writeDraft(dirname(path), content);
  try {
    await link(draft, path).catch(async (thrown) => {
      if (!isSystemError(thrown) || !noLinks.has(thrown.code ?? '')) throw thrown;
      await refuseExisting(path);
      await rename(draft, path);
    });
  } finally {
    await removeDraft(draft);
  }
  return path;
}

async function replace(path: string, content: Uint8Array | string): Promise<string> {
  // Through a link the file it leads to is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => null);
  if (before && !before.isFile()) {
    throw new StudioError('invalid', `“${path}” is not a file.`, 'Choose another name.');
  }
  // A file that may not be written may not be replaced either, though its folder would allow it.
  if (before) await (await open(target, 'r+')).close();
  const draft = await writeDraft(
    dirname(target),
    content,
    before ? before.mode & 0o777 : undefined,
  );
  try {
    await rename(draft, target);
  } catch (thrown) {
    await removeDraft(draft);
    throw thrown;
  }
  return target;
}

/** The content in a file beside the one meant, down on the disk. */
async function writeDraft(
  folder: string,
  content: Uint8Array | string,
  mode?: number,
): Promise<string> {
  const draft = join(folder, `.longhand-${randomUUID()}.part`);
  let file: FileHandle | null = null;
  try {
    file = await open(draft, 'wx', 0o666);
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(content);
    await file.sync();
    await file.close();
    return draft;
  } catch (thrown) {
    await file?.close().catch(() => {});
    if (file) await removeDraft(draft);
    throw thrown;
  }
}

/** Takes away a draft that may be gone already, without asking first what it is, as `rm` does. */
async function removeDraft(draft: string): Promise<void> {
  await unlink(draft).catch((thrown) => {
    if (!isSystemError(thrown) || thrown.code !== 'ENOENT') throw thrown;
  });
}

/** Removes what writers that were killed have left in a folder: drafts that nobody has touched for a minute. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!/^\.longhand-[0-9a-f-]{16,36}\.part$/.test(name)) continue;
    const draft = join(folder, name);
    const touched = await stat(draft).catch(() => null);
    if (touched && Date.now() - touched.mtimeMs > 60_000) await removeDraft(draft);
  }
}

/** Codes of disks that cannot link, such as a memory stick's; there a file is looked for first, then renamed to. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL']);

async function refuseExisting(path: string): Promise<void> {
  const there = await lstat(path).then(
    () => true,
    () => false,
  );
  if (there) throw Object.assign(new Error('already there'), { code: 'EEXIST' });
}

/** Makes new names in a folder last as well. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
