import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Handles } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'

type Handle = Handles['handles'][number]

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
   * @returns 16 bytes, base64url
   * @throws NanshaError of `fetchHandles` when none is left and none can be fetched
   */
  take(): Promise<string>
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
  fetchHandles: (count: number) => Promise<readonly Handle[]>,
  now: () => number,
): HandleStore {
  const inTurn = takingTurns()
  let fetching: Promise<void> | undefined

  const read = async () => {
    const handles = JSON.parse((await storage.get(KEY)) ?? '[]') as Handle[]
    const usableUntil = now() / 1000 + SHORTEST_LIFE_SECONDS
    return handles.filter(({ expiresAt }) => expiresAt > usableUntil)
  }
  const write = (handles: readonly Handle[]) => storage.set(KEY, JSON.stringify(handles))

  const takeStored = () =>
    inTurn(async () => {
      const [first, ...rest] = await read()
      if (first) await write(rest)
      return first?.handle
    })

  // The network is awaited outside the turn: a slow answer must not hold up a citizen who still has handles.
  const fill = async () => {
    const missing = FULL - (await inTurn(read)).length
    if (missing <= 0) return
    const fetched = await fetchHandles(missing)
    await inTurn(async () => write([...(await read()), ...fetched]))
  }
  const fillOnce = () => {
    fetching ??= fill().finally(() => {
      fetching = undefined
    })
    return fetching
  }

  return {
    async take() {
      const stored = await takeStored()
      if (stored) return stored
      await fillOnce()
      const fetched = await takeStored()
      if (!fetched) throw new NanshaError('SERVICE_UNAVAILABLE')
      return fetched
    },
    async prefetch() {
      if ((await inTurn(read)).length < LOW) await fillOnce()
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
