import { signedNow } from '@nansha/shared/clock/signed-now'
import { expect, it } from 'vitest'

it('the time offline is this device’s, never before the newest that was signed, and a minute behind at most', () => {
  expect(signedNow(2000, 1000)).toBe(2000)
  expect(signedNow(1000, 1000)).toBe(1000)
  expect(signedNow(940, 1000)).toBe(1000)
  expect(() => signedNow(939, 1000)).toThrow(expect.objectContaining({ code: 'CLOCK_BEHIND' }))
})
