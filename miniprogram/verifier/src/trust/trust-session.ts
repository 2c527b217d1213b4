import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Store } from '@nansha/kit/state/create-store'
import { createValue } from '@nansha/kit/state/create-value'
import type { VerifyEvent } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { signedNow } from '@nansha/shared/clock/signed-now'
import { type ErrorCode, NanshaError, UNANSWERED } from '@nansha/shared/errors'
import { keyIds } from '@nansha/shared/jws/key-by-id'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { runOnce, singleFlight } from '@nansha/shared/single-flight'
import type { TrustBundle } from '@nansha/shared/trust/bundle'
import { type TrustMemory, type VerifiedBundle, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { keepTrust } from './kept-trust'
import { trustAnchor } from './trust-anchor'

/** The account is no longer staff, or its organisation may not work now. */
const WITHDRAWN: ReadonlySet<ErrorCode> = new Set([
  'STAFF_NOT_ENTITLED',
  'OPERATOR_ACCOUNT',
  'LICENCE_SUSPENDED',
])

/** A status list is worth asking for again after its `ttl`, five minutes. */
const DUE_SECONDS = 300

export type TrustState =
  | { readonly phase: 'loading' }
  /** Nothing can be verified, and why. */
  | { readonly phase: 'none'; readonly code: ErrorCode }
  | { readonly phase: 'held'; readonly bundle: VerifiedBundle }

export interface TrustSession {
  readonly store: Store<TrustState, TrustState>
  /** Opens what this device kept, once for all callers. */
  load(): Promise<void>
  /** Downloads anew, unless what there is is younger than five minutes. Without network what is there goes on working. */
  refreshIfDue(): Promise<void>
  refresh(): Promise<void>
  /** Asks anew when the cloud has just said something that ends a right: what is held may have to go. */
  follow(code: ErrorCode): Promise<void>
  /** What to verify with, downloaded if need be. @throws NanshaError TRUST_OUTDATED, TRUST_INVALID, CLOCK_BEHIND, OFFLINE, … */
  require(): Promise<VerifiedBundle>
  /** Unix seconds, never behind the newest time that the issuer signed. @throws NanshaError CLOCK_BEHIND */
  now(): number
  /** Remembers a time that the issuer signed, Unix seconds. */
  noteSignedTime(time: number): Promise<void>
}

export interface TrustPorts {
  readonly ask: Ask
  readonly storage: SecureStorage
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly verifySignature: VerifySignature
  /** The roots that the app was built with. */
  readonly pinnedRoots: readonly EcPublicJwk[]
}

/** The companion's trust data, on whatever page: what an issuer signed, and how old it is. */
export function createTrustSession(ports: TrustPorts): TrustSession {
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

  const remember = ({ roots, ...rest }: TrustMemory) => ({
    ...rest,
    roots: [...roots],
    pinned: [...keyIds(ports.pinnedRoots)],
  })

  const open = async (answer: TrustBundle, anchor: TrustMemory) => {
    const bundle = await verifyBundle(answer, anchor, now(), ports.verifySignature)
    memory = bundle.memory
    store.dispatch({ phase: 'held', bundle })
    return bundle
  }

  const read = async () => {
    signedTime = await kept.loadSignedTime()
    const stored = await kept.load()
    memory = trustAnchor(ports.pinnedRoots, stored?.memory)
    if (stored?.answer) await open(stored.answer, memory)
    else store.dispatch({ phase: 'none', code: 'OFFLINE' })
  }
  const load = runOnce(() => read().catch((error) => store.dispatch({ phase: 'none', code: codeOf(error) })))

  const download = async () => {
    const event: VerifyEvent = { action: 'bundle' }
    const answer = await ports.ask<TrustBundle>('verify', event)
    const bundle = await open(answer, memory)
    await kept.save({
      answer: { bundle: answer.bundle, statusLists: [...answer.statusLists] },
      memory: remember(bundle.memory),
    })
    await noteSignedTime(bundle.iat)
  }
  const downloadOnce = singleFlight(() => download().catch((error) => fail(codeOf(error))))
  const refresh = async () => {
    await load()
    return downloadOnce()
  }
  const fail = async (code: ErrorCode) => {
    // What was downloaded under a right that has ended must stop working.
    if (WITHDRAWN.has(code)) await kept.save({ memory: remember(memory) })
    const state = store.get()
    // That the data is too old says more than that there is no network to renew it.
    const saysLess = UNANSWERED.has(code) && state.phase === 'none' && state.code === 'TRUST_OUTDATED'
    if (WITHDRAWN.has(code) || (state.phase !== 'held' && !saysLess)) store.dispatch({ phase: 'none', code })
  }

  return {
    store,
    load,
    refresh,
    follow: (code) => (WITHDRAWN.has(code) ? refresh() : Promise.resolve()),
    async refreshIfDue() {
      await load()
      const state = store.get()
      const age = state.phase === 'held' ? ports.now() / 1000 - state.bundle.iat : DUE_SECONDS
      if (age >= DUE_SECONDS) await refresh()
    },
    async require() {
      await load()
      if (!isUsable(store.get(), now())) await refresh()
      const state = store.get()
      if (state.phase !== 'held')
        throw new NanshaError(state.phase === 'none' ? state.code : 'TRUST_OUTDATED')
      if (!isUsable(state, now())) throw new NanshaError('TRUST_OUTDATED')
      return state.bundle
    },
    now,
    noteSignedTime,
  }
}

function isUsable(state: TrustState, now: number): boolean {
  return state.phase === 'held' && now <= state.bundle.exp
}
