/** The path that an address names: without what follows it, decoded where that can be. */
export function addressPath(address: string): string {
  const path = address.trim().replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
