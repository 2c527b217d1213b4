/** @returns `work` that runs once at a time: whoever calls while it runs gets the same promise */
export function singleFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let flying: Promise<T> | undefined
  return () => {
    flying ??= work().finally(() => {
      flying = undefined
    })
    return flying
  }
}

/** @returns `work` that runs once at a time for each key: whoever calls while it runs gets the same promise */
export function singleFlightByKey<K, A extends unknown[], T>(
  work: (key: K, ...rest: A) => Promise<T>,
): (key: K, ...rest: A) => Promise<T> {
  const flying = new Map<K, Promise<T>>()
  return (key, ...rest) => {
    const flight = flying.get(key) ?? work(key, ...rest).finally(() => flying.delete(key))
    flying.set(key, flight)
    return flight
  }
}

/** @returns `work` that succeeds once: its result is kept, a failure is forgotten, and the next call tries again */
export function runOnce<T>(work: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => {
    kept ??= work().catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
}
