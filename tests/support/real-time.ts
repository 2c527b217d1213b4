import { afterEach, vi } from 'vitest'

// Files share a worker: a clock that one of them stops would stop for the next, whose waits then never end.
afterEach(() => {
  vi.useRealTimers()
})
