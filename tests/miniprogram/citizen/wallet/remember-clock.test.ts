import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { expect, test } from 'vitest'
import { rememberClock } from '#citizen/wallet/remember-clock'
import { NOW_MS } from '#support/clock'
import { createMemoryStorage } from '../../support/memory-storage'

const DEVICE = NOW_MS
const deviceNow = () => DEVICE

test('a phone that is two hours slow signs right after a restart without network', async () => {
  const storage = createMemoryStorage()
  const before = createClockOffset(deviceNow)
  before.observe(DEVICE + 7_200_000, DEVICE, DEVICE)
  await rememberClock(storage, before, deviceNow).save()

  const after = createClockOffset(deviceNow)
  await rememberClock(storage, after, deviceNow).restore()
  expect(after.now()).toBe(DEVICE + 7_200_000)
})

test('a real answer outweighs what was remembered', async () => {
  const storage = createMemoryStorage()
  storage.values.set('clock-offset', '60000')
  const clock = createClockOffset(deviceNow)
  await rememberClock(storage, clock, deviceNow).restore()
  clock.observe(DEVICE, DEVICE - 100, DEVICE + 100)
  expect(clock.now()).toBe(DEVICE)
})

test('a phone that remembers nothing goes by its own clock', async () => {
  const clock = createClockOffset(deviceNow)
  await rememberClock(createMemoryStorage(), clock, deviceNow).restore()
  expect(clock.now()).toBe(DEVICE)
})
