const grouping = new Intl.NumberFormat('en');

/** A number grouped for reading: `2,410`. */
export function grouped(count: number): string {
  return grouping.format(count);
}

/** A number with its noun: `1 word`, `2,410 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
