/** The time at which every world of the tests begins, and its credentials are issued. Unix seconds. */
export const NOW = 1_800_000_000
/** The same in milliseconds, as clocks count. */
export const NOW_MS = NOW * 1000

/** The clock of a test's world, which stands still until the test sets or moves it. */
export interface TestClock {
  /** Unix milliseconds. */
  now: number
}

export const createTestClock = (now = NOW_MS): TestClock => ({ now })
