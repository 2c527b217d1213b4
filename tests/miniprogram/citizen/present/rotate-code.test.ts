import { ROTATION_SECONDS } from '@nansha/shared/ticket/ticket'
import { describe, expect, test } from 'vitest'
import { type Rotation, rotateCode, secondsLeft } from '#citizen/present/rotate-code'
import { NOW_MS } from '#support/clock'

const START = NOW_MS
const at = (seconds: number) => START + seconds * 1000

function signer() {
  const signed: number[] = []
  const sign = (issuedAt: number) => {
    signed.push(issuedAt)
    return `ticket-${issuedAt}`
  }
  return { signed, sign }
}

describe('rotateCode', () => {
  test('signs each slot once over a minute of ticks, and never shows an older one than its slot', () => {
    const { signed, sign } = signer()
    let rotation: Rotation | undefined
    for (let tick = 0; tick < 600; tick++) {
      const now = at(tick / 10)
      rotation = rotateCode(rotation, now, sign)
      const age = now / 1000 - rotation.current.issuedAt
      expect(age).toBeGreaterThanOrEqual(0)
      expect(age).toBeLessThan(ROTATION_SECONDS)
    }
    expect(signed).toEqual([0, 15, 30, 45, 60].map((seconds) => START / 1000 + seconds))
  })

  test('has the next ticket signed before the slot turns over', () => {
    const { signed, sign } = signer()
    const before = rotateCode(undefined, at(13), sign)
    expect(before.next?.issuedAt).toBe(START / 1000 + 15)
    const count = signed.length
    expect(rotateCode(before, at(15), sign).current.text).toBe(before.next?.text)
    expect(signed).toHaveLength(count)
  })

  test('returns the same object while nothing changes, so that nothing is drawn again', () => {
    const { sign } = signer()
    const first = rotateCode(undefined, at(1), sign)
    expect(rotateCode(first, at(2), sign)).toBe(first)
  })

  test('after a pause in the background signs for the slot that is now', () => {
    const { sign } = signer()
    const first = rotateCode(undefined, at(14), sign)
    expect(rotateCode(first, at(3_601), sign).current.issuedAt).toBe(START / 1000 + 3_600)
  })

  test('follows a clock that is corrected backwards', () => {
    const { sign } = signer()
    const ahead = rotateCode(undefined, at(120), sign)
    expect(rotateCode(ahead, at(0), sign).current.issuedAt).toBe(START / 1000)
  })
})

test('secondsLeft counts down from the whole slot and never reaches zero', () => {
  expect(secondsLeft(at(0))).toBe(ROTATION_SECONDS)
  expect(secondsLeft(at(14.5))).toBeCloseTo(0.5)
})
