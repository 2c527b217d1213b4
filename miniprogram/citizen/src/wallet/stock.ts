import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { NanshaError } from '@nansha/shared/errors'
import { singleFlight } from '@nansha/shared/single-flight'
import * as v from 'valibot'

/** Something that is good for one presentation, and only for a while. */
export interface OneTime {
  /** Unix seconds. */
  readonly expiresAt: number
}

/** What is fetched ahead is used up one by one; a handle or pass must outlive the presentation it is taken for. */
const SHORTEST_LIFE_SECONDS = 120

export interface Stock<Item extends OneTime> {
  /**
   * Removes an item from storage and returns it: whatever happens afterwards, it is never shown twice.
   *
   * @param isGoodEnough for the purpose; by default any is
   * @throws NanshaError of `fetch` when none is left and none can be fetched, UNLOCK_REQUIRED when those that
   *   could be fetched are not good enough, STORAGE_FULL when it could not be struck off
   */
  take(isGoodEnough?: (item: Item) => boolean): Promise<Item>
  /** Fills up when few are left that last so many milliseconds. @throws NanshaError of `fetch` */
  prefetch(lastingMs?: number): Promise<void>
  /** What is left, without what is about to expire. */
  left(): Promise<readonly Item[]>
  clear(): Promise<void>
}

export interface StockPorts<Item> {
  readonly storage: SecureStorage
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  /** The entry of the storage that holds the items. What cannot be read in it is fetched anew. */
  readonly key: string
  readonly item: v.GenericSchema<Item>
  /** So many presentations are possible without network. */
  readonly full: number
  /** Below this it is filled up when there is network. */
  readonly low: number
  /** Asks the wallet function for `count` new ones. */
  readonly fetch: (count: number) => Promise<readonly Item[]>
}

/** Handles or passes fetched ahead, one for each presentation (docs/protocol.md §5, §6, §9), struck off before they are shown. */
export function createStock<Item extends OneTime>(ports: StockPorts<Item>): Stock<Item> {
  const { storage, now, key, full, low } = ports
  const inTurn = takingTurns()

  const read = async () => {
    const items = (await readJson(storage, key, v.array(ports.item))) ?? []
    const usableUntil = now() / 1000 + SHORTEST_LIFE_SECONDS
    return items.filter(({ expiresAt }) => expiresAt > usableUntil)
  }
  const write = (items: readonly Item[]) => storage.set(key, JSON.stringify(items))

  const takeStored = (isGoodEnough: (item: Item) => boolean) =>
    inTurn(async () => {
      const items = await read()
      const taken = items.find(isGoodEnough)
      if (taken) await write(items.filter((item) => item !== taken))
      return taken
    })

  /** Unix seconds: what ends sooner counts as gone when it is filled up. */
  let lastsUntil = 0
  const lasting = async () => (await inTurn(read)).filter(({ expiresAt }) => expiresAt > lastsUntil)

  // The network is awaited outside the turn: a slow answer must not hold up a citizen who still has some.
  const fetch = async () => {
    const missing = full - (await lasting()).length
    const fetched = await ports.fetch(Math.max(missing, low))
    await inTurn(async () => write([...fetched, ...(await read())].slice(0, full)))
  }
  const fetchOnce = singleFlight(fetch)

  return {
    async take(isGoodEnough = () => true) {
      const stored = await takeStored(isGoodEnough)
      if (stored) return stored
      await fetchOnce()
      const fetched = await takeStored(isGoodEnough)
      if (!fetched) throw new NanshaError('UNLOCK_REQUIRED')
      return fetched
    },
    async prefetch(lastingMs = 0) {
      lastsUntil = (now() + lastingMs) / 1000
      if ((await lasting()).length < low) await fetchOnce()
    },
    left: () => inTurn(read),
    clear: () => inTurn(() => storage.remove(key)),
  }
}

/** Reads and writes of one key must not interleave: an item taken twice would be refused as a replay. */
function takingTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
