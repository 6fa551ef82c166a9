/**
 * What `begin` gives for each item, in the order of the items, `count` of them under way at a time. Whoever stops
 * listening leaves those to themselves.
 */
export async function* ahead<T, R>(
  items: readonly T[],
  count: number,
  begin: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const under: Promise<R>[] = [];
  for (const item of items) {
    if (under.length === count) yield under.shift()!;
    const begun = begin(item);
    // It is waited for later, or not at all.
    begun.catch(() => {});
    under.push(begun);
  }
  yield* under;
}
