/** A number with its noun, grouped for reading: `1 word`, `2,410 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
