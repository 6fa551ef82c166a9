/** The tags with those of a text added, parted by commas; none twice, none empty. */
export function addTags(tags: readonly string[], text: string): readonly string[] {
  const added = text.split(/[,\n]/).map((tag) => tag.trim());
  return [...new Set([...tags, ...added.filter((tag) => tag !== '')])];
}
