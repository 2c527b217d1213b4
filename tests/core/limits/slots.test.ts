import { freeSlot, takeSlots } from '@nansha/core/limits/slots'
import type { Slots } from '@nansha/core/records/slots'
import { beforeEach, describe, expect, it } from 'vitest'
import { createKeptMemoryDatabase, type KeptMemoryDatabase } from '#support/kept-database'

const HOUR = 3600_000
const START = 1000 * HOUR
let database: KeptMemoryDatabase
beforeEach(() => {
  database = createKeptMemoryDatabase()
})
const take = (id: string, count: number, until: number, time = START, of = 'slots-of-one') =>
  database.transaction((transaction) =>
    takeSlots(transaction, { id: of, most: 3 }, { id, count, until: new Date(until) }, time),
  )
const free = (slot: string, time = START) =>
  database.transaction((transaction) => freeSlot(transaction, { id: 'slots-of-one' }, slot, time))
const FULL = { code: 'ATTEMPTS_EXHAUSTED' }
const END = START + HOUR

describe('slots', () => {
  it('are as many as the cap says, however they are taken', async () => {
    await take('a', 1, END)
    await expect(take('b', 3, END)).rejects.toMatchObject(FULL)
    await take('b', 2, END)
    await expect(take('c', 1, END)).rejects.toMatchObject(FULL)
    await take('c', 3, END, START, 'slots-of-another')
  })

  it('run out one by one, each at its time and not before', async () => {
    await take('a', 2, END)
    await take('b', 1, END + HOUR)
    await expect(take('c', 2, END + HOUR, END - 1)).rejects.toMatchObject(FULL)
    await take('c', 2, END + HOUR, END)
    await expect(take('d', 1, END + HOUR, END)).rejects.toMatchObject(FULL)
  })

  it('of one name that run out together are one slot, and others are not', async () => {
    await take('a', 1, END)
    await take('a', 1, END)
    await take('a', 1, END + HOUR)
    const [kept] = database.dump().slots as unknown as [Slots]
    expect(kept.taken.map(({ count }) => count)).toEqual([2, 1])
    await expect(take('a', 1, END)).rejects.toMatchObject(FULL)
    await take('b', 2, END + HOUR, END)
  })

  it('are given back by name, and no others with them', async () => {
    await take('a', 2, END)
    await take('b', 1, END)
    await free('b')
    await expect(take('c', 2, END)).rejects.toMatchObject(FULL)
    await take('c', 1, END)
  })

  it('are kept until the last of them runs out, and not after all were given back', async () => {
    await take('a', 1, END + HOUR)
    await take('b', 1, END)
    const kept = database.dump().slots as unknown as [Slots]
    expect(kept[0].expiresAt).toEqual(new Date(END + HOUR))
    await free('a')
    await free('b')
    expect(database.dump().slots).toBeUndefined()
  })
})
