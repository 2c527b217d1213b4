import { codeOf } from '@nansha/kit/cloud/ask'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import { CHILD_CARD_TYPE, isChild } from '@nansha/shared/children/child-card'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import type { ErrorCode } from '@nansha/shared/errors'
import { singleFlight } from '@nansha/shared/single-flight'
import { followIdentity, holderKeyOf } from './follow-identity'
import { type HeldChild, readChildren, saveChildren } from './held-children'
import { readChild, type ShownChild } from './read-child'
import type { WalletSession } from './wallet-session'

/** The children whose cards are on this phone, by place. `gone`: names of those whose card was revoked. */
export interface Children {
  readonly shown: readonly ShownChild[]
  readonly gone: readonly string[]
}

export interface ChildrenSession {
  readonly store: Store<Children, Children>
  /** Reads what the phone holds for the identity that is on it. Never throws. */
  load(): Promise<void>
  /** Keeps what was collected at a counter. @throws NanshaError STORAGE_FULL */
  keep(child: HeldChild): Promise<void>
  /** Fetches a card that was issued to this phone and did not arrive. @returns its place, if there was one. @throws NanshaError */
  recover(): Promise<number | undefined>
  /** Asks the register how it stands today. @throws NanshaError CHILD_…, DOCUMENT_…, CREDENTIAL_… */
  renew(place: number): Promise<void>
  /** Drops what was revoked and renews what is due; without network it stays as it is until it ends. Never throws. */
  refresh(): Promise<void>
  /** @throws NanshaError when the server could not be asked: it is still here then */
  remove(place: number): Promise<void>
}

export interface ChildrenPorts {
  readonly storage: SecureStorage
  readonly wallet: Pick<WalletSession, 'store' | 'client' | 'load'>
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

/** After these codes the server has revoked the card, or never knew of it. */
const GONE: ReadonlySet<ErrorCode> = new Set(['CHILD_CARD_NONE', 'CHILD_NOT_IN_HOUSEHOLD', 'CHILD_OF_AGE'])

/** The cards of children on this phone and everything done with them, whatever page is shown. */
export function createChildrenSession({ storage, wallet, now }: ChildrenPorts): ChildrenSession {
  const { store, load, loadOnce, credentialAt, keep, drop } = createKeptChildren({ storage, wallet })

  const renew = async (place: number) => {
    const asked = await credentialAt(place)
    try {
      await keep({ place, ...(await wallet.client.renewChild(place)) })
    } catch (error) {
      // A card that was collected at a counter meanwhile is another one, about which this says nothing.
      const isSame = GONE.has(codeOf(error)) && (await credentialAt(place)) === asked
      if (isSame) await drop([place], true)
      throw error
    }
  }

  const refresh = async () => {
    await loadOnce()
    if (store.get().shown.length === 0) return
    const live = (await wallet.client.fetchChildren()).map(({ place }) => place)
    const revoked = store.get().shown.flatMap(({ place }) => (live.includes(place) ? [] : [place]))
    if (revoked.length > 0) await drop(revoked, true)
    for (const child of store.get().shown)
      if (isRenewable(child, now())) await renew(child.place).catch(() => undefined)
  }

  const recover = async () => {
    await load()
    const held = store.get().shown.map(({ place }) => place)
    const missing = (await wallet.client.fetchChildren()).find(({ place }) => !held.includes(place))
    if (missing) await renew(missing.place)
    return missing?.place
  }

  return {
    store,
    load: () => load().catch(() => undefined),
    keep,
    recover,
    renew,
    refresh: singleFlight(() => refresh().catch(() => undefined)),
    async remove(place) {
      await wallet.client.removeChild(place)
      await drop([place], false)
    },
  }
}

/** The cards as they are stored on this phone, and what of them is shown. */
function createKeptChildren({ storage, wallet }: Pick<ChildrenPorts, 'storage' | 'wallet'>) {
  const store = createStore<Children, Children>((_, next) => next, { shown: [], gone: [] })

  const show = (held: readonly HeldChild[], gone = store.get().gone) => {
    const key = holderKeyOf(wallet)
    const shown = held.flatMap((one) => (key && readChild(one, key)) ?? [])
    store.dispatch({ shown: [...shown].sort((one, other) => one.place - other.place), gone })
  }
  return {
    store,
    ...followIdentity(wallet, async () => show(await readChildren(storage))),
    credentialAt: async (place: number) =>
      (await readChildren(storage)).find((one) => one.place === place)?.credential,
    async keep(child: HeldChild) {
      const others = (await readChildren(storage)).filter(({ place }) => place !== child.place)
      await saveChildren(storage, [...others, child])
      show([...others, child])
    },
    /** @param isNews whether the holder is told the names of those that went */
    async drop(places: readonly number[], isNews: boolean) {
      const names = store
        .get()
        .shown.flatMap(({ place, claims }) => (places.includes(place) ? [claims.name] : []))
      const left = (await readChildren(storage)).filter(({ place }) => !places.includes(place))
      await saveChildren(storage, left)
      const { gone } = store.get()
      show(left, isNews ? [...gone, ...names] : gone)
    },
  }
}

/** The card of a child who has turned fourteen is not renewed; it stays in view until it is removed, with what to do next. */
function isRenewable({ expiresAt, claims }: ShownChild, now: number): boolean {
  const { renewDays } = CREDENTIAL_TYPES[CHILD_CARD_TYPE]
  return isChild(claims.birthdate, now) && expiresAt * 1000 - now < renewDays * DAY_MS
}
