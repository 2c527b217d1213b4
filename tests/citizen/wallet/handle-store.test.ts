import { NanshaError } from '@nansha/shared/errors'
import { describe, expect, test } from 'vitest'
import { createHandleStore } from '../../../miniprogram/citizen/src/wallet/handle-store'
import { createMemoryStorage } from '../support/memory-storage'

const NOW = 1_800_000_000_000
const TOMORROW = NOW / 1000 + 86_400

const any = () => true

function wallet(expiresAt = TOMORROW, byPin = false) {
  const asked: number[] = []
  let serial = 0
  const fetchHandles = async (count: number) => {
    asked.push(count)
    return Array.from({ length: count }, () => ({ handle: `handle-${serial++}`, expiresAt, byPin }))
  }
  return { asked, fetchHandles }
}

const offline = async () => {
  throw new NanshaError('OFFLINE')
}

describe('createHandleStore', () => {
  test('never gives the same handle twice, not even to calls at the same time', async () => {
    const { fetchHandles } = wallet()
    const store = createHandleStore(createMemoryStorage(), fetchHandles, () => NOW)
    const taken = await Promise.all(Array.from({ length: 8 }, () => store.take(any)))
    expect(new Set(taken).size).toBe(8)
  })

  test('what was taken is gone from storage before it is shown', async () => {
    const storage = createMemoryStorage()
    const { fetchHandles } = wallet()
    const handle = await createHandleStore(storage, fetchHandles, () => NOW).take(any)
    const restarted = createHandleStore(storage, offline, () => NOW)
    const rest = await Promise.all(Array.from({ length: await restarted.count() }, () => restarted.take(any)))
    expect(rest).toHaveLength(9)
    expect(rest).not.toContain(handle)
  })

  test('offline it lives on what was fetched ahead, then says so', async () => {
    const storage = createMemoryStorage()
    await createHandleStore(storage, wallet().fetchHandles, () => NOW).prefetch()
    const store = createHandleStore(storage, offline, () => NOW)
    for (let i = 0; i < 10; i++) await store.take(any)
    await expect(store.take(any)).rejects.toMatchObject({ code: 'OFFLINE' })
  })

  test('a slow network does not hold up a citizen who still has handles', async () => {
    const storage = createMemoryStorage()
    const { fetchHandles } = wallet()
    const store = createHandleStore(storage, fetchHandles, () => NOW)
    for (let i = 0; i < 6; i++) await store.take(any)
    const hanging = createHandleStore(
      storage,
      () => new Promise<never>(() => {}),
      () => NOW,
    )
    void hanging.prefetch()
    expect(await hanging.take(any)).toMatch(/^handle-/)
  })

  test('fills up only when few are left, and once for calls at the same time', async () => {
    const { asked, fetchHandles } = wallet()
    const store = createHandleStore(createMemoryStorage(), fetchHandles, () => NOW)
    await Promise.all([store.prefetch(), store.prefetch()])
    expect(asked).toEqual([10])
    for (let i = 0; i < 5; i++) await store.take(any)
    await store.prefetch()
    expect(asked).toEqual([10])
    await store.take(any)
    await store.prefetch()
    expect(asked).toEqual([10, 6])
  })

  test('a handle about to expire is passed over', async () => {
    const storage = createMemoryStorage()
    await createHandleStore(storage, wallet(NOW / 1000 + 60).fetchHandles, () => NOW).prefetch()
    expect(await createHandleStore(storage, offline, () => NOW).count()).toBe(0)
  })

  test('a scenario that wants a PIN passes over handles without one, and fetches', async () => {
    const storage = createMemoryStorage()
    await createHandleStore(storage, wallet().fetchHandles, () => NOW).prefetch()
    const fresh = wallet(TOMORROW, true)
    const store = createHandleStore(storage, fresh.fetchHandles, () => NOW)
    await store.take(({ byPin }) => byPin)
    expect(fresh.asked).toEqual([5])
    expect(await store.count()).toBe(9)
  })

  test('when what the server releases is not good enough either, the PIN is asked for', async () => {
    const store = createHandleStore(createMemoryStorage(), wallet().fetchHandles, () => NOW)
    await expect(store.take(({ byPin }) => byPin)).rejects.toMatchObject({ code: 'UNLOCK_REQUIRED' })
    expect(await store.count()).toBe(10)
  })
})
