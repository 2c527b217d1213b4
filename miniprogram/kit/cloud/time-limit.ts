export const DEFAULT_TIMEOUT_MS = 15_000
/** For a photo of up to a megabyte over a poor mobile network. */
export const UPLOAD_TIMEOUT_MS = 45_000

export class TimedOut extends Error {
  override readonly name = 'TimedOut'
}

/**
 * Ends the wait after `timeoutMs`; the work itself cannot be taken back, so every call must be safe to repeat.
 *
 * @throws TimedOut
 */
export function withTimeLimit<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimedOut('Timed out')), timeoutMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
