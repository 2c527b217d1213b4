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
