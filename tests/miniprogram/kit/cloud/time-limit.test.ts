import { withTimeLimit } from '@nansha/kit/cloud/time-limit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('passes on what came in time, and leaves no timer behind', async () => {
  await expect(withTimeLimit(Promise.resolve(7), 1000)).resolves.toBe(7)
  expect(vi.getTimerCount()).toBe(0)
})

test('passes on a failure', async () => {
  await expect(withTimeLimit(Promise.reject(new Error('broken')), 1000)).rejects.toThrow('broken')
  expect(vi.getTimerCount()).toBe(0)
})

test('a time limit gives up on silence', async () => {
  const silent = withTimeLimit(new Promise(() => undefined), 1000)
  const expectation = expect(silent).rejects.toThrow('Timed out')
  await vi.advanceTimersByTimeAsync(1000)
  await expectation
})
