export const DEFAULT_TIMEOUT_MS = 15_000

/** Ends the wait after `timeoutMs`; the work itself cannot be taken back, so every call must be safe to repeat. */
export function withTimeLimit<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Timed out')), timeoutMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
