import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { keyIds } from '@nansha/shared/jws/key-by-id'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { anchorFrom, type KeptAnchor } from '@nansha/shared/trust/pinned-anchor'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import { verifyTrustList } from '@nansha/shared/trust/verify-trust-list'
import * as v from 'valibot'

const KEY = 'trust-anchor'

const Kept = v.object({ roots: v.array(EcPublicJwk), sequence: v.number(), pinned: v.array(v.string()) })

export interface TrustReaderPorts {
  readonly storage: SecureStorage
  /** The roots that the app was built with. */
  readonly pinned: readonly EcPublicJwk[]
  readonly fetchTrustList: () => Promise<string>
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

export interface TrustReader {
  /** Whom to believe, fetched and checked now. @throws NanshaError OFFLINE, TRUST_OUTDATED, TRUST_INVALID, STORAGE_FULL */
  read(): Promise<TrustList>
}

/** Reads the trust list, and remembers its roots and sequence so that an older one is never taken again. */
export function createTrustReader({ storage, pinned, fetchTrustList, now }: TrustReaderPorts): TrustReader {
  return {
    async read() {
      const jws = await fetchTrustList()
      const anchor = anchorFrom(pinned, await readJson(storage, KEY, Kept))
      const list = await verifyTrustList(jws, anchor, unixSeconds(now()), verifyWithNoble)
      const { roots, sequence } = list
      await storage.set(KEY, JSON.stringify({ roots, sequence, pinned: keyIds(pinned) } satisfies KeptAnchor))
      return list
    },
  }
}
