import { vi } from 'vitest'

/**
 * Waits until nothing is thrown any more. Only what never comes meets the limit: a busy machine takes a hundred times as long as a
 * quiet one.
 *
 * @returns what `check` gave
 * @throws what it threw last
 */
export function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 180_000 })
}
