import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { createStock, type OneTime } from '#citizen/wallet/stock'
import { NOW_MS } from '#support/clock'
import { createMemoryStorage } from '../../support/memory-storage'

const TOMORROW = NOW_MS / 1000 + 86_400

interface Item extends OneTime {
  readonly id: string
  readonly isFresh: boolean
}

const ItemSchema = v.object({ id: v.string(), isFresh: v.boolean(), expiresAt: v.number() })

function server(expiresAt = TOMORROW, isFresh = false) {
  const asked: number[] = []
  let serial = 0
  const fetch = async (count: number): Promise<Item[]> => {
    asked.push(count)
    return Array.from({ length: count }, () => ({ id: `item-${serial++}`, expiresAt, isFresh }))
  }
  return { asked, fetch }
}

const stockOf = (fetch: (count: number) => Promise<readonly Item[]>, storage = createMemoryStorage()) =>
  createStock<Item>({ storage, now: () => NOW_MS, key: 'items', item: ItemSchema, full: 10, low: 5, fetch })

const offline = async () => {
  throw new NanshaError('OFFLINE')
}

describe('createStock', () => {
  test('never gives the same item twice, not even to calls at the same time', async () => {
    const stock = stockOf(server().fetch)
    const taken = await Promise.all(Array.from({ length: 8 }, () => stock.take()))
    expect(new Set(taken.map(({ id }) => id)).size).toBe(8)
  })

  test('what was taken is gone from storage before it is shown', async () => {
    const storage = createMemoryStorage()
    const { id } = await stockOf(server().fetch, storage).take()
    const restarted = stockOf(offline, storage)
    const rest = await Promise.all((await restarted.left()).map(() => restarted.take()))
    expect(rest).toHaveLength(9)
    expect(rest.map((item) => item.id)).not.toContain(id)
  })

  test('what ends within the time that it should last is replaced, and kept while nothing better comes', async () => {
    const HALF_AN_HOUR = NOW_MS / 1000 + 1800
    const storage = createMemoryStorage()
    await stockOf(server(HALF_AN_HOUR).fetch, storage).prefetch()
    const { asked, fetch } = server()
    const stock = stockOf(fetch, storage)
    await stock.prefetch()
    expect(asked).toEqual([])
    await expect(stockOf(offline, storage).prefetch(12 * 3_600_000)).rejects.toMatchObject({
      code: 'OFFLINE',
    })
    expect(await stock.left()).toHaveLength(10)
    await stock.prefetch(12 * 3_600_000)
    expect((await stock.left()).map(({ expiresAt }) => expiresAt)).toEqual(Array(10).fill(TOMORROW))
    await stock.prefetch(12 * 3_600_000)
    expect(asked).toEqual([10])
  })

  test('when it cannot be struck off it is not given out', async () => {
    const storage = createMemoryStorage()
    await stockOf(server().fetch, storage).prefetch()
    const full = { ...storage, set: () => Promise.reject(new Error('storage is full')) }
    await expect(stockOf(offline, full).take()).rejects.toThrow('storage is full')
  })

  test('offline it lives on what was fetched ahead, then says so', async () => {
    const storage = createMemoryStorage()
    await stockOf(server().fetch, storage).prefetch()
    const stock = stockOf(offline, storage)
    for (let i = 0; i < 10; i++) await stock.take()
    await expect(stock.take()).rejects.toMatchObject({ code: 'OFFLINE' })
  })

  test('a slow network does not hold up a citizen who still has some', async () => {
    const storage = createMemoryStorage()
    const stock = stockOf(server().fetch, storage)
    for (let i = 0; i < 6; i++) await stock.take()
    const hanging = stockOf(() => new Promise<never>(() => {}), storage)
    void hanging.prefetch()
    expect((await hanging.take()).id).toMatch(/^item-/)
  })

  test('fills up only when few are left, and once for calls at the same time', async () => {
    const { asked, fetch } = server()
    const stock = stockOf(fetch)
    await Promise.all([stock.prefetch(), stock.prefetch()])
    expect(asked).toEqual([10])
    for (let i = 0; i < 5; i++) await stock.take()
    await stock.prefetch()
    expect(asked).toEqual([10])
    await stock.take()
    await stock.prefetch()
    expect(asked).toEqual([10, 6])
  })

  test('what is about to expire is passed over', async () => {
    const storage = createMemoryStorage()
    await stockOf(server(NOW_MS / 1000 + 60).fetch, storage).prefetch()
    expect(await stockOf(offline, storage).left()).toEqual([])
  })

  test('a purpose that asks for more passes over what is not good enough, and fetches', async () => {
    const storage = createMemoryStorage()
    await stockOf(server().fetch, storage).prefetch()
    const fresh = server(TOMORROW, true)
    const stock = stockOf(fresh.fetch, storage)
    await stock.take(({ isFresh }) => isFresh)
    expect(fresh.asked).toEqual([5])
    expect(await stock.left()).toHaveLength(9)
  })

  test('when what the server releases is not good enough either, the PIN is asked for', async () => {
    const stock = stockOf(server().fetch)
    await expect(stock.take(({ isFresh }) => isFresh)).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect(await stock.left()).toHaveLength(10)
  })
})
