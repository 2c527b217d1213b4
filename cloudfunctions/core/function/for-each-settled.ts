/**
 * Does the same with each, one after the other, whatever became of the former.
 *
 * @param complaint what to say, given how many failed
 * @throws AggregateError after the last one, when some failed
 */
export async function forEachSettled<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<void>,
  complaint: (count: number) => string,
): Promise<void> {
  const faults: unknown[] = []
  for await (const item of items) await work(item).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw new AggregateError(faults, complaint(faults.length))
}
