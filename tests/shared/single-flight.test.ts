import { runOnce, singleFlight, singleFlightByKey } from '@nansha/shared/single-flight'
import { expect, it, vi } from 'vitest'

const failing = () => vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('answer')

it('work in single flight is shared while it runs, and begun anew afterwards', async () => {
  const work = vi.fn(async () => 'answer')
  const shared = singleFlight(work)
  expect(await Promise.all([shared(), shared()])).toEqual(['answer', 'answer'])
  expect(work).toHaveBeenCalledTimes(1)
  await shared()
  expect(work).toHaveBeenCalledTimes(2)
})

it('work in single flight that fails fails for all who wait, and is tried again by the next', async () => {
  const shared = singleFlight(failing())
  const both = await Promise.allSettled([shared(), shared()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await shared()).toBe('answer')
})

it('work in single flight by key is shared under its key alone, and begun anew afterwards', async () => {
  const work = vi.fn(async (key: string, suffix: string) => key + suffix)
  const shared = singleFlightByKey(work)
  expect(await Promise.all([shared('a', '1'), shared('a', '1'), shared('b', '2')])).toEqual([
    'a1',
    'a1',
    'b2',
  ])
  expect(work).toHaveBeenCalledTimes(2)
  await shared('a', '1')
  expect(work).toHaveBeenCalledTimes(3)
})

it('work that is run once keeps its result but not its failure', async () => {
  const work = failing()
  const once = runOnce(work)
  await expect(once()).rejects.toThrow('offline')
  expect(await Promise.all([once(), once()])).toEqual(['answer', 'answer'])
  await once()
  expect(work).toHaveBeenCalledTimes(2)
})
