import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Store } from '@nansha/kit/state/create-store'
import { createValue } from '@nansha/kit/state/create-value'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { signedNow } from '@nansha/shared/clock/signed-now'
import type { ErrorCode } from '@nansha/shared/errors'
import { keyIds } from '@nansha/shared/jws/key-by-id'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { TrustBundle } from '@nansha/shared/trust/bundle'
import { type TrustMemory, type VerifiedBundle, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { keepTrust } from './kept-trust'
import { trustAnchor } from './trust-anchor'

export type TrustState =
  | { readonly phase: 'loading' }
  /** Nothing can be verified, and why. */
  | { readonly phase: 'none'; readonly code: ErrorCode }
  | { readonly phase: 'held'; readonly bundle: VerifiedBundle }

export interface HeldTrust {
  readonly store: Store<TrustState, TrustState>
  /** Unix seconds, never behind the newest time that the issuer signed. @throws NanshaError CLOCK_BEHIND */
  now(): number
  /** Remembers a time that the issuer signed, Unix seconds. */
  noteSignedTime(time: number): Promise<void>
  /** Opens what this device kept. @throws NanshaError when it cannot be verified any more */
  load(): Promise<void>
  /** Verifies what was downloaded, and keeps it in place of what was there. @throws NanshaError TRUST_INVALID, … */
  replace(answer: TrustBundle): Promise<void>
  /** Removes the bundle from this device; what must be remembered of it stays. */
  drop(): Promise<void>
}

export interface HeldTrustPorts {
  readonly storage: SecureStorage
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly verifySignature: VerifySignature
  /** The roots that the app was built with. */
  readonly pinnedRoots: readonly EcPublicJwk[]
}

/** The trust data on this device: verified in memory, and as it was downloaded in storage. */
export function createHeldTrust(ports: HeldTrustPorts): HeldTrust {
  const kept = keepTrust(ports.storage)
  const store = createValue<TrustState>({ phase: 'loading' })
  let memory = trustAnchor(ports.pinnedRoots, undefined)
  let signedTime = 0

  const now = () => signedNow(unixSeconds(ports.now()), signedTime)
  const noteSignedTime = async (time: number) => {
    if (time <= signedTime) return
    signedTime = time
    await kept.saveSignedTime(time)
  }
  const toKept = ({ roots, ...rest }: TrustMemory) => ({
    ...rest,
    roots: [...roots],
    pinned: [...keyIds(ports.pinnedRoots)],
  })
  const open = async (answer: TrustBundle) => {
    const bundle = await verifyBundle(answer, memory, now(), ports.verifySignature)
    memory = bundle.memory
    store.dispatch({ phase: 'held', bundle })
    return bundle
  }

  return {
    store,
    now,
    noteSignedTime,
    async load() {
      signedTime = await kept.loadSignedTime()
      const stored = await kept.load()
      memory = trustAnchor(ports.pinnedRoots, stored?.memory)
      if (stored?.answer) await open(stored.answer)
      else store.dispatch({ phase: 'none', code: 'OFFLINE' })
    },
    async replace(answer) {
      const bundle = await open(answer)
      await kept.save({
        answer: { bundle: answer.bundle, statusLists: [...answer.statusLists] },
        memory: toKept(bundle.memory),
      })
      await noteSignedTime(bundle.iat)
    },
    drop: () => kept.save({ memory: toKept(memory) }),
  }
}
