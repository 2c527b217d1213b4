import { createTimeLimit } from '@nansha/core/platform/time-limit'
import { describe, expect, it } from 'vitest'

describe('the time limit of an invocation', () => {
  it('is what the platform says, from its beginning on', () => {
    let now = 1_000_000
    const limit = createTimeLimit(() => now)
    limit.begin({ time_limit_in_ms: 60_000, request_id: 'r' })
    now += 20_000
    expect(limit.left()).toBe(40_000)
    limit.begin({ time_limit_in_ms: 5_000 })
    expect(limit.left()).toBe(5_000)
  })

  it.each([undefined, null, {}, { time_limit_in_ms: '60000' }, { time_limit_in_ms: 0 }])(
    'is ten seconds when the platform says %j',
    (context) => {
      let now = 0
      const limit = createTimeLimit(() => now)
      expect(limit.left()).toBe(10_000)
      limit.begin(context)
      now += 4_000
      expect(limit.left()).toBe(6_000)
    },
  )
})
