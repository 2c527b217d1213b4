import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import type { Store } from '@nansha/kit/state/create-store'
import type { VerifyEvent } from '@nansha/shared/api/verify'
import { type ErrorCode, NanshaError, UNANSWERED } from '@nansha/shared/errors'
import { runOnce, singleFlight } from '@nansha/shared/single-flight'
import type { TrustBundle } from '@nansha/shared/trust/bundle'
import type { VerifiedBundle } from '@nansha/shared/trust/verify-bundle'
import { createHeldTrust, type HeldTrustPorts, type TrustState } from './held-trust'

/** The account is no longer staff, or its organisation may not work now. */
const WITHDRAWN: ReadonlySet<ErrorCode> = new Set([
  'STAFF_NOT_ENTITLED',
  'OPERATOR_ACCOUNT',
  'LICENCE_SUSPENDED',
])

/** A status list is worth asking for again after its `ttl`, five minutes. */
const DUE_SECONDS = 300

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

export interface TrustPorts extends HeldTrustPorts {
  readonly ask: Ask
}

/** The companion's trust data, on whatever page: when it is downloaded, and whether it can be used. */
export function createTrustSession(ports: TrustPorts): TrustSession {
  const held = createHeldTrust(ports)
  const { store, now } = held
  const load = runOnce(() =>
    held.load().catch((error) => store.dispatch({ phase: 'none', code: codeOf(error) })),
  )

  const download = async () => {
    const event: VerifyEvent = { action: 'bundle' }
    await held.replace(await ports.ask<TrustBundle>('verify', event))
  }
  const fail = async (code: ErrorCode) => {
    // What was downloaded under a right that has ended must stop working.
    if (WITHDRAWN.has(code)) await held.drop()
    const state = store.get()
    // That the data is too old says more than that there is no network to renew it.
    const saysLess = UNANSWERED.has(code) && state.phase === 'none' && state.code === 'TRUST_OUTDATED'
    if (WITHDRAWN.has(code) || (state.phase !== 'held' && !saysLess)) store.dispatch({ phase: 'none', code })
  }
  const downloadOnce = singleFlight(() => download().catch((error) => fail(codeOf(error))))
  const refresh = async () => {
    await load()
    return downloadOnce()
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
    noteSignedTime: held.noteSignedTime,
  }
}

function isUsable(state: TrustState, now: number): boolean {
  return state.phase === 'held' && now <= state.bundle.exp
}
