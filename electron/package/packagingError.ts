/** What keeps a package from being made, in a sentence for whoever makes it. Nothing half made is left behind. */
export class PackagingError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PackagingError';
  }
}

/** The sentence for anything thrown while packaging; null for a defect. */
export function packagingSentence(thrown: unknown): string | null {
  if (thrown instanceof PackagingError) return thrown.message;
  const { code, path } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return noRoom;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `“${path}” cannot be written. Choose another folder with --out.`;
  }
  return null;
}

export const noRoom =
  'There is no room left on the disk. Make room, or choose a folder on another disk with --out.';
