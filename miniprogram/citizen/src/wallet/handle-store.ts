import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Handles } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'

/** A handle, and whether the server released it upon a PIN, which some scenarios ask for. */
export type HeldHandle = Handles['handles'][number] & { readonly byPin: boolean }

const KEY = 'handles'
/** So many presentations are possible without network. */
const FULL = 10
/** Below this the store is filled up when there is network. */
const LOW = 5
/** A handle must outlive the presentation it is taken for. */
const SHORTEST_LIFE_SECONDS = 120

export interface HandleStore {
  /**
   * Removes a handle from storage and returns it: whatever happens afterwards, it is never shown twice.
   *
   * @param isGoodEnough for the scenario
   * @returns 16 bytes, base64url
   * @throws NanshaError of `fetchHandles` when none is left and none can be fetched, UNLOCK_REQUIRED when those that
   *   could be fetched are not good enough
   */
  take(isGoodEnough: (handle: HeldHandle) => boolean): Promise<string>
  /** Fills up when few are left. */
  prefetch(): Promise<void>
  count(): Promise<number>
  clear(): Promise<void>
}

/**
 * Handles fetched ahead, one for each presentation (DESIGN §4.2).
 *
 * @param fetchHandles asks the wallet function for `count` new handles
 * @param now corrected time, Unix milliseconds
 */
export function createHandleStore(
  storage: SecureStorage,
  fetchHandles: (count: number) => Promise<readonly HeldHandle[]>,
  now: () => number,
): HandleStore {
  const inTurn = takingTurns()
  let fetching: Promise<void> | undefined

  const read = async () => {
    const handles = JSON.parse((await storage.get(KEY)) ?? '[]') as HeldHandle[]
    const usableUntil = now() / 1000 + SHORTEST_LIFE_SECONDS
    return handles.filter(({ expiresAt }) => expiresAt > usableUntil)
  }
  const write = (handles: readonly HeldHandle[]) => storage.set(KEY, JSON.stringify(handles))

  const takeStored = (isGoodEnough: (handle: HeldHandle) => boolean) =>
    inTurn(async () => {
      const handles = await read()
      const taken = handles.find(isGoodEnough)
      if (taken) await write(handles.filter((handle) => handle !== taken))
      return taken?.handle
    })

  // The network is awaited outside the turn: a slow answer must not hold up a citizen who still has handles.
  const fetch = async () => {
    const missing = FULL - (await inTurn(read)).length
    const fetched = await fetchHandles(Math.max(missing, LOW))
    await inTurn(async () => write([...fetched, ...(await read())].slice(0, FULL)))
  }
  const fetchOnce = () => {
    fetching ??= fetch().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  return {
    async take(isGoodEnough) {
      const stored = await takeStored(isGoodEnough)
      if (stored) return stored
      await fetchOnce()
      const fetched = await takeStored(isGoodEnough)
      if (!fetched) throw new NanshaError('UNLOCK_REQUIRED')
      return fetched
    },
    async prefetch() {
      if ((await inTurn(read)).length < LOW) await fetchOnce()
    },
    count: async () => (await inTurn(read)).length,
    clear: () => inTurn(() => storage.remove(KEY)),
  }
}

/** Reads and writes of one key must not interleave: a handle taken twice would be refused as a replay. */
function takingTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
