/**
 * How much longer a piece of work takes on an input that is `factor` times as large. The shortest of many tries is
 * compared with the shortest, so that a busy machine does not decide; work in proportion answers about `factor`, work
 * that grows with the square about `factor` squared.
 *
 * @param work is given the size of the input, in whatever unit
 */
export async function growth(
  work: (size: number) => unknown,
  { small, factor, tries = 15 }: { readonly small: number; readonly factor: number; readonly tries?: number },
): Promise<number> {
  const times = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY }
  for (let attempt = 0; attempt < tries; attempt++) {
    times.small = Math.min(times.small, await time(() => work(small)))
    times.large = Math.min(times.large, await time(() => work(small * factor)))
  }
  return times.large / times.small
}

async function time(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
