import { countDeskRequest, DESK_REQUESTS_A_MINUTE } from '@nansha/core/limits/count-desk-request'
import { beforeEach, expect, it } from 'vitest'
import { createKeptMemoryDatabase, type KeptMemoryDatabase } from '#support/kept-database'

const MINUTE = 60_000
const START = 1000 * MINUTE
const TOO_MANY = { code: 'TOO_MANY_CHECKS' }
let database: KeptMemoryDatabase
let time: number
beforeEach(() => {
  database = createKeptMemoryDatabase()
  time = START
})
const ask = (clerk: 'wxv:one' | 'wxv:another' = 'wxv:one') =>
  countDeskRequest({ database, now: () => time }, clerk)
const askOften = async (times: number) => {
  for (let n = 0; n < times; n++) await ask()
}

it('a clerk’s sixtieth request of a minute passes and the sixty-first does not, until the next minute begins', async () => {
  expect(DESK_REQUESTS_A_MINUTE).toBe(60)
  await askOften(59)
  time = START + MINUTE - 1
  await ask()
  await expect(ask()).rejects.toMatchObject(TOO_MANY)
  time = START + MINUTE
  await askOften(60)
  await expect(ask()).rejects.toMatchObject(TOO_MANY)
})

it('one clerk’s requests are not counted for another, and all of a minute take one line', async () => {
  await askOften(60)
  await ask('wxv:another')
  const stored = database.dump().slots as unknown as { taken: readonly { count: number }[] }[]
  expect(stored.map(({ taken }) => taken.map(({ count }) => count)).sort()).toEqual([[1], [60]])
})

it('of many at once no more are let in than one by one', async () => {
  await askOften(57)
  const answers = await Promise.allSettled(Array.from({ length: 8 }, () => ask()))
  const passed = answers.filter(({ status }) => status === 'fulfilled').length
  expect(passed).toBeLessThanOrEqual(3)
  await askOften(3 - passed)
  await expect(ask()).rejects.toMatchObject(TOO_MANY)
})
