import { vi } from 'vitest'

/** Milliseconds: longer than anything takes on a machine that does four other things. */
export const PATIENCE_MS = 180_000

/**
 * Waits until nothing is thrown any more. Only what never comes meets the limit: a busy machine takes a hundred times as long as a
 * quiet one.
 *
 * @returns what `check` gave
 * @throws what it threw last
 */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: PATIENCE_MS })
}
