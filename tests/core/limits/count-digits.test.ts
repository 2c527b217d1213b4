import { countDigits, isWrongUsedUp } from '@nansha/core/limits/count-digits'
import { dayCount } from '@nansha/core/limits/day-count'
import { DIGITS_COUNTS } from '@nansha/core/records/desk-digits'
import { beforeEach, expect, it } from 'vitest'
import { NOW_MS } from '../../support/clock'
import { createKeptMemoryDatabase } from '../../support/kept-database'

const DAY = 86_400_000
let database: ReturnType<typeof createKeptMemoryDatabase>
beforeEach(() => {
  database = createKeptMemoryDatabase()
})
const count = (what: 'drawn' | 'wrong', who: string, now = NOW_MS) =>
  database.transaction((transaction) => countDigits(transaction, what, who, now))
const isUsedUp = (who: string, now = NOW_MS) =>
  database.transaction((transaction) => isWrongUsedUp(transaction, who, now))

it('an identity types twenty wrong digits in a day, and no more until the next', async () => {
  for (let typed = 0; typed < 20; typed++) {
    expect(await isUsedUp('alice')).toBe(false)
    expect(await count('wrong', 'alice')).toBe(true)
  }
  expect([await isUsedUp('alice'), await count('wrong', 'alice')]).toEqual([true, false])
  expect([await isUsedUp('bob'), await isUsedUp('alice', NOW_MS + DAY)]).toEqual([false, false])
})

it('an account draws three hundred digits in a day, counted apart from those typed', async () => {
  await database.in(DIGITS_COUNTS).put({ ...dayCount('drawn.desk', NOW_MS), count: 299 })
  expect([await count('drawn', 'desk'), await count('drawn', 'desk')]).toEqual([true, false])
  expect(await isUsedUp('desk')).toBe(false)
  expect([await count('drawn', 'other'), await count('drawn', 'desk', NOW_MS + DAY)]).toEqual([true, true])
})
