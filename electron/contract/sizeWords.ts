/** A size in bytes as it is told: “12 KB”, from 100,000 bytes on “0.1 MB”. */
export function sizeWords(size: number): string {
  return size < 100_000
    ? `${Math.max(1, Math.round(size / 1000))} KB`
    : `${(size / 1_000_000).toFixed(1)} MB`;
}
