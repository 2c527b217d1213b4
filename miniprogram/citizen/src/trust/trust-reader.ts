import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { TrustList } from '@nansha/shared/trust/trust-list'
import { type TrustAnchor, verifyTrustList } from '@nansha/shared/trust/verify-trust-list'
import * as v from 'valibot'

const KEY = 'trust-anchor'

export interface TrustReaderPorts {
  readonly storage: SecureStorage
  /** The roots that the app was built with; `undefined` in a local build. */
  readonly pinned: readonly EcPublicJwk[] | undefined
  readonly fetchTrustList: () => Promise<string>
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  /** A local build began to believe other roots: the cloud of this machine was emptied. */
  readonly onNewRoots: () => Promise<void>
}

export interface TrustReader {
  /** Whom to believe, fetched and checked now. @throws NanshaError OFFLINE, TRUST_OUTDATED, TRUST_INVALID */
  read(): Promise<TrustList>
}

/** Reads the trust list, and remembers its roots and sequence so that an older one is never taken again. */
export function createTrustReader(ports: TrustReaderPorts): TrustReader {
  const { storage, pinned, fetchTrustList, now, onNewRoots } = ports
  const kept = async (): Promise<TrustAnchor | undefined> => {
    const stored = await storage.get(KEY)
    return stored === undefined ? undefined : (JSON.parse(stored) as TrustAnchor)
  }

  const anchorFor = async (jws: string): Promise<TrustAnchor> => {
    const before = await kept()
    if (pinned) return before ?? { roots: pinned, sequence: 0 }
    const named = rootsNamedIn(jws)
    if (before && sameKeys(before.roots, named)) return before
    if (before) await onNewRoots()
    return { roots: named, sequence: 0 }
  }

  return {
    async read() {
      const jws = await fetchTrustList()
      const seconds = Math.floor(now() / 1000)
      const list = await verifyTrustList(jws, await anchorFor(jws), seconds, verifyWithNoble)
      await storage.set(KEY, JSON.stringify({ roots: list.roots, sequence: list.sequence }))
      return list
    },
  }
}

function rootsNamedIn(jws: string): readonly EcPublicJwk[] {
  const list = v.safeParse(TrustList, decodeJws(jws)?.payload)
  return list.success ? list.output.roots : []
}

function sameKeys(some: readonly EcPublicJwk[], others: readonly EcPublicJwk[]): boolean {
  return some.length === others.length && some.every(({ x }) => others.some((key) => key.x === x))
}
