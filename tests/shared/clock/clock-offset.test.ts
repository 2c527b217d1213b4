import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { expect, it } from 'vitest'

it('the clock of the phone is the phone clock until an answer came', () => {
  expect(createClockOffset(() => 5_000).now()).toBe(5_000)
})

it('the clock of the phone takes the server to have answered in the middle of the round trip', () => {
  const clock = createClockOffset(() => 10_000)
  clock.observe(70_000, 9_000, 9_200)
  expect(clock.now()).toBe(10_000 + 70_000 - 9_100)
})

it('the clock of the phone keeps the fastest witness while the clocks agree within its error', () => {
  const clock = createClockOffset(() => 10_000)
  clock.observe(1_050, 1_000, 1_020)
  clock.observe(3_300, 2_000, 4_000)
  expect(clock.now()).toBe(10_040)
})

it('the clock of the phone follows a clock that was set', () => {
  let local = 10_000
  const clock = createClockOffset(() => local)
  clock.observe(10_000, 9_990, 10_010)
  local = 500_000
  clock.observe(20_000, 500_000, 500_400)
  expect(clock.now()).toBe(19_800)
})

it('the clock of the phone ignores an answer during which the clock was set back', () => {
  const clock = createClockOffset(() => 10_000)
  clock.observe(99_000, 10_000, 9_000)
  expect(clock.now()).toBe(10_000)
})

it('the clock of the phone lets a newer witness in after an hour', () => {
  const clock = createClockOffset(() => 4_000_000)
  clock.observe(1_010, 1_000, 1_002)
  clock.observe(4_000_110, 4_000_000, 4_000_300)
  expect(clock.now()).toBe(4_000_000 - 40)
})
