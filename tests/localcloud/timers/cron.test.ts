import { nextFire, parseCron } from '@nansha/localcloud/timers/cron'
import { describe, expect, it } from 'vitest'

const at = (text: string) => Date.parse(text)
const next = (expression: string, after: string) => {
  const fire = nextFire(parseCron(expression), at(after))
  return fire === null ? null : new Date(fire).toISOString()
}

describe('nextFire', () => {
  it.each([
    ['*/5 * * * * * *', '2026-11-23T10:00:03Z', '2026-11-23T10:00:05.000Z'],
    ['0 */5 * * * * *', '2026-11-23T10:00:00Z', '2026-11-23T10:05:00.000Z'],
    ['0 0 2 1 * * *', '2026-11-23T10:00:00Z', '2026-11-30T18:00:00.000Z'],
    ['0 30 9 * * 1-5 *', '2026-11-21T00:00:00Z', '2026-11-23T01:30:00.000Z'],
    ['0 0 0 29 2 * *', '2026-11-23T10:00:00Z', '2028-02-28T16:00:00.000Z'],
    ['15,45 10-12 0 * * * 2027', '2026-11-23T10:00:00Z', '2026-12-31T16:10:15.000Z'],
    ['0 0 0 31 2 * *', '2026-11-23T10:00:00Z', null],
    ['0 0 0 1 1 * 2020', '2026-11-23T10:00:00Z', null],
  ])('%s after %s is %s', (expression, after, expected) => expect(next(expression, after)).toBe(expected))

  it('counts in Beijing time', () =>
    expect(next('0 0 2 * * * *', '2026-11-23T00:00:00Z')).toBe('2026-11-23T18:00:00.000Z'))
})

describe('parseCron', () => {
  it.each([
    '* * * * *',
    '60 * * * * * *',
    '* * * 0 * * *',
    'a * * * * * *',
    '5-1 * * * * * *',
    '*/0 * * * * * *',
  ])('refuses %s', (expression) => expect(() => parseCron(expression)).toThrow())
})
